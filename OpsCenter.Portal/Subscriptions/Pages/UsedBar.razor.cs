using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>How much of something is used.</summary>
public sealed partial class UsedBar
{
    [Parameter, EditorRequired]
    public decimal Part { get; set; }

    [Parameter, EditorRequired]
    public decimal Whole { get; set; }

    /// <summary>The same in words.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private decimal Fraction => Whole <= 0 ? 1m : Math.Clamp(Part / Whole, 0m, 1m);

    private string Share => Fraction.ToString("0.####", CultureInfo.InvariantCulture);
}
