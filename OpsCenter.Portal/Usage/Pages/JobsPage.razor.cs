using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>The list of jobs: all of them for operators, their own for members. Filters and place stand in the address.</summary>
public sealed partial class JobsPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private JobList? list;
    private JobChoices? choices;
    private string? customer;
    private PeriodView? billingPeriod;
    private bool seesAll;
    private bool isForbidden;

    [Inject]
    public required JobQueries Jobs { get; init; }

    [Inject]
    public required JobChoiceQueries ChoiceQueries { get; init; }

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required PeriodQueries Periods { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = JobListAddress.CustomerName)]
    public string? AddressCustomer { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.AgentName)]
    public string? AddressAgent { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.RouteName)]
    public string? AddressRoute { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.MemberName)]
    public string? AddressMember { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.ToolName)]
    public string? AddressTool { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.OutcomeName)]
    public string? AddressOutcome { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.StateName)]
    public string? AddressState { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.PeriodName)]
    public string? AddressPeriod { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.FromName)]
    public string? AddressFrom { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.ToName)]
    public string? AddressTo { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.JobName)]
    public string? AddressJob { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.BilledName)]
    public string? AddressBilled { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.KeysName)]
    public string? AddressKeys { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.BillingPeriodName)]
    public string? AddressBillingPeriod { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.OlderName)]
    public string? AddressOlder { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.NewerName)]
    public string? AddressNewer { get; set; }

    [SupplyParameterFromQuery(Name = JobListAddress.SizeName)]
    public string? AddressSize { get; set; }

    private JobListAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private string Title => seesAll ? "Usage & receipts" : "Jobs";

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, address) = (await Current.GetAsync(cancellationToken), Address);
        seesAll = AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        isForbidden = !seesAll && !AccessPolicy.Allows(actor, Permission.ViewOwnJobs);

        // Before the circuit there is only the shape of the page: its rows would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        choices ??= await ChoiceQueries.FindAsync(actor, cancellationToken);
        customer = await NameOfAsync(actor, address.CustomerId, cancellationToken);
        billingPeriod = await PeriodOfAsync(actor, address, cancellationToken);
        list = await Jobs.ListAsync(actor, address.FilterAt(Clock.GetUtcNow()), address.Cursor, address.PageSize, cancellationToken);
    }

    private async Task<PeriodView?> PeriodOfAsync(Actor actor, JobListAddress address, CancellationToken cancellationToken)
    {
        var owner = seesAll ? address.CustomerId : (actor as Actor.User)?.OrganizationId;

        return address.BillingPeriodId is { } id && owner is { } organization && AccessPolicy.AllowsAbout(actor, organization, Permission.ViewOwnSubscription, Permission.ViewBilling)
            ? await Periods.FindAsync(actor, organization, id, cancellationToken)
            : null;
    }

    private async Task<string?> NameOfAsync(Actor actor, Guid? id, CancellationToken cancellationToken) => id is { } wanted
        ? (await Customers.NamesAsync(actor, [wanted], cancellationToken)).GetValueOrDefault(wanted, wanted.ToString())
        : null;
}
