using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>What "Recompute" found. A difference is shown without being asked for: a receipt must not stand beside an unexplained amount.</summary>
public sealed partial class RecomputeNotice
{
    /// <summary>Null before the button was pressed.</summary>
    [Parameter, EditorRequired]
    public RecomputeOutcome? Outcome { get; set; }

    /// <summary>What the receipt itself noticed when it was loaded.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<AmountDifference> Differences { get; set; }

    private ImmutableArray<AmountDifference> Shown => Outcome is RecomputeOutcome.Differs differs ? differs.Differences : Differences;
}
