using Microsoft.AspNetCore.Components;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Usage.Own.Home;

namespace OpsCenter.Portal.Usage.Own.Pages;

/// <summary>What the running period comes to: spend against what is included, and the next invoice.</summary>
public sealed partial class PeriodSummary
{
    [Parameter, EditorRequired]
    public required OwnHome Home { get; set; }

    [Parameter]
    public Guid? CustomerId { get; set; }

    private string? PlanName => Home.Usage.Plan?.Name;

    private string Own(string page) => CustomerId is { } id ? PortalUrls.OfCustomer(page, id) : page;
}
