using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Overview.Pages;

/// <summary>What operators see first: the platform's figures. The period stands in the address.</summary>
public sealed partial class OverviewPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private bool? isAllowed;
    private bool canVerify;

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OverviewWords.PeriodName)]
    public string? AddressPeriod { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private OverviewPeriod Period => OverviewWords.PeriodOf(Query);

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(async cancellationToken =>
    {
        var reader = await Current.GetAsync(cancellationToken);
        isAllowed = AccessPolicy.Allows(reader, Permission.ViewAllJobs);
        canVerify = AccessPolicy.Allows(reader, Permission.VerifyRollups);
    });

    private string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(OverviewWords.PeriodName, period).ToHref();
}
