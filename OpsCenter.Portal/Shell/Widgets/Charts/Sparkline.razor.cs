using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>The shape of a figure over the period, from zero; the figure itself stands beside it.</summary>
public sealed partial class Sparkline
{
    /// <summary>One for each bucket; null where there is nothing yet.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<decimal?> Values { get; set; } = [];

    private decimal Top => Values.Max() is { } largest and > 0m ? largest : 1m;
}
