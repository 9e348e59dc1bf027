using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Usage.Replays;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>What there is to know about a version besides its prices. Its earnings are net of reversals and never change a job's price.</summary>
public sealed partial class VersionFacts
{
    [Parameter, EditorRequired]
    public required VersionRow Row { get; set; }

    /// <summary>What a replay of these prices predicted before they came into force; null when there was none.</summary>
    [Parameter]
    public ReplaySummary? Replay { get; set; }

    private RateCardVersion Head => Row.Published.Head;
}
