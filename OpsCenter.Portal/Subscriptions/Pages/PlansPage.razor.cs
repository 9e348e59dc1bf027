using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>The plans with their subscribers and what these are worth a month.</summary>
public sealed partial class PlansPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private IReadOnlyList<PlanRow>? plans;
    private bool isForbidden;
    private bool canManage;

    [Inject]
    public required PlanQueries Queries { get; init; }

    [Inject]
    public required PlanDesk Desk { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private IEnumerable<Money> Revenue => (plans ?? []).GroupBy(p => p.Monthly.Currency, (_, group) => group.Select(p => p.Monthly).Aggregate((sum, next) => sum + next));

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewBilling);
        canManage = AccessPolicy.Allows(actor, Permission.ManagePlans);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        plans = await Queries.ListAsync(actor, cancellationToken);
    }

    private Task CreateAsync() => ReloadAfterAsync(Desk.CreateAsync());

    private Task ChangeAsync(PlanRow plan) => ReloadAfterAsync(Desk.ChangeAsync(plan));

    private Task ArchiveAsync(PlanRow plan) => ReloadAfterAsync(Desk.ArchiveAsync(plan));

    private Task RestoreAsync(PlanRow plan) => ReloadAfterAsync(Desk.RestoreAsync(plan));

    private Task MoveAsync(PlanRow plan) => ReloadAfterAsync(Desk.MoveAsync(plan));

    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
    }
}
