using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>One agent: what it is, what its jobs brought and cost, and what a ceiling would do. The period stands in the address.</summary>
public sealed partial class AgentPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private AgentRow? agent;
    private bool isForbidden;
    private bool isMissing;
    private bool canEdit;
    private bool hasFailed;

    [Inject]
    public required AgentQueries Agents { get; init; }

    [Inject]
    public required AgentActs Acts { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The agent's name on the rate card.</summary>
    [Parameter]
    public required string Name { get; set; }

    /// <summary>A parameter, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = OverviewWords.PeriodName)]
    public string? AddressPeriod { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private OverviewPeriod Period => OverviewWords.PeriodOf(Query);

    /// <inheritdoc />
    public void Dispose() => latest.Dispose();

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewRateCard) || !AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        canEdit = AccessPolicy.Allows(actor, Permission.EditRateCard);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        try
        {
            agent = await Agents.FindAsync(actor, Name, cancellationToken);
            (isMissing, hasFailed) = (agent is null, false);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            hasFailed = true;
        }
    }

    private string HrefOf(OverviewPeriod period) => Query.With<OverviewPeriod>(OverviewWords.PeriodName, period).ToHref();

    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
