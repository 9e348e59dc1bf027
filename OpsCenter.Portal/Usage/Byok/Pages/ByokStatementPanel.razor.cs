using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Byok.Pages;

/// <summary>What a customer's own keys saved, and where they did not serve. The period stands in the address.</summary>
public sealed partial class ByokStatementPanel
{
    private ByokStatement? statement;

    [Inject]
    public required ByokQueries Statements { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Whose keys.</summary>
    [Parameter, EditorRequired]
    public Guid OrganizationId { get; set; }

    /// <summary>Whether an operator looks at it: then its links and files name the customer.</summary>
    [Parameter]
    public bool IsOperatorView { get; set; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OverviewWords.PeriodName)]
    public string? AddressPeriod { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private OverviewPeriod Period => OverviewWords.PeriodOf(Query);

    private UrlQuery FileQuery => Query.With(JobListAddress.CustomerName, IsOperatorView ? OrganizationId : null);

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            statement = await Statements.GetAsync(actor, OrganizationId, Period, cancellationToken);
    }

    private static string? UnknownNote(ByokRow total) => total.UnknownJobs == 0
        ? "At the prices of the rate card that held"
        : $"Without {OverviewWords.Count(total.UnknownJobs)} jobs on routes that no rate card knows";

    private string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(OverviewWords.PeriodName, period).ToHref();

    private string JobsWith(KeyUse keys, string? route) => OverviewWords.Jobs(Period, new OverviewScope(IsOperatorView ? OrganizationId : null))
        .With<KeyUse>(JobListAddress.KeysName, keys)
        .With(JobListAddress.RouteName, route)
        .ToHref();
}
