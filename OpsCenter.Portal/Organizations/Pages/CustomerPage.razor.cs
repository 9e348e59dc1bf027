using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>One customer: what they use and spend, what they were given back, what operators want to remember. The period stands in the address.</summary>
public sealed partial class CustomerPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private CustomerRow? customer;
    private bool isForbidden;
    private bool isMissing;
    private bool canManage;

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required CustomerActs Acts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OverviewWords.PeriodName)]
    public string? AddressPeriod { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private OverviewPeriod Period => Query.Choice<OverviewPeriod>(OverviewWords.PeriodName) ?? OverviewPeriod.Last30Days;

    private string JobsHref => PortalUrls.JobsOf(Id);

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(OverviewWords.PeriodName, period).ToHref();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewCustomers);
        canManage = AccessPolicy.Allows(actor, Permission.ManageCustomers);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        customer = await Customers.FindAsync(actor, Id, cancellationToken);
        isMissing = customer is null;
    }

    private Task RenameAsync(CustomerRow seen) => ReloadAfterAsync(Acts.RenameAsync(seen));

    private Task SuspendAsync(CustomerRow seen) => ReloadAfterAsync(Acts.SuspendAsync(seen));

    private Task ResumeAsync(CustomerRow seen) => ReloadAfterAsync(Acts.ResumeAsync(seen));

    // Also after an act that was given up: what a colleague changed meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
