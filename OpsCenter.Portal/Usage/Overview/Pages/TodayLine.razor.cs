using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>Today's figures, beside whatever period is looked at.</summary>
public sealed partial class TodayLine
{
    [Parameter, EditorRequired]
    public DateTimeOffset Day { get; set; }

    [Parameter, EditorRequired]
    public required UsageFigures Figures { get; set; }
}
