using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>From when until when a version prices.</summary>
public sealed partial class InForceSpan
{
    [Parameter, EditorRequired]
    public required VersionRow Row { get; set; }
}
