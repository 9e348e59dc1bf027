using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Says that prices will change by themselves, and when.</summary>
public sealed partial class ScheduledNotice
{
    [Parameter, EditorRequired]
    public required RateCardVersionView Scheduled { get; set; }
}
