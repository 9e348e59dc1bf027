using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>The periods as links, so that each has an address to share.</summary>
public sealed partial class PeriodLinks
{
    [Parameter, EditorRequired]
    public OverviewPeriod Current { get; set; }

    [Parameter, EditorRequired]
    public required Func<OverviewPeriod, string> HrefOf { get; set; }
}
