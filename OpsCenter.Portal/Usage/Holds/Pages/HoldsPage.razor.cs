using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>What waits for a price or a customer, what is missing for it, and what can be done. State, filters and place stand in the address.</summary>
public sealed partial class HoldsPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private HoldsPageView? view;
    private ImmutableHashSet<Guid> chosen = [];
    private bool isForbidden;
    private bool canResolve;
    private bool canEdit;

    [Inject]
    public required HoldQueries Holds { get; init; }

    [Inject]
    public required HoldDialogs Dialogs { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = HoldListAddress.StateName)]
    public string? AddressState { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.ReasonName)]
    public string? AddressReason { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.SubjectName)]
    public string? AddressSubject { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.CustomerName)]
    public string? AddressCustomer { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.OlderName)]
    public string? AddressOlder { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.NewerName)]
    public string? AddressNewer { get; set; }

    [SupplyParameterFromQuery(Name = HoldListAddress.SizeName)]
    public string? AddressSize { get; set; }

    private HoldListAddress Address => new(UrlQuery.Of(Navigation.Uri));

    private bool IsOpen => Address.View is HoldView.Open or HoldView.Proposed;

    private IReadOnlyList<HoldRow> Chosen => [.. view?.List.Rows.Where(hold => chosen.Contains(hold.EventId)) ?? []];

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync()
    {
        chosen = [];

        return latest.RunAsync(LoadAsync);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, address) = (await Current.GetAsync(cancellationToken), Address);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewAllJobs);
        canResolve = AccessPolicy.Allows(actor, Permission.ResolveHolds);
        canEdit = AccessPolicy.Allows(actor, Permission.EditRateCard);

        // Before the circuit there is only the shape of the page: its rows would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        view = new HoldsPageView(
            await Holds.SummaryAsync(actor, cancellationToken),
            await Holds.GroupsAsync(actor, cancellationToken),
            await Holds.ListAsync(actor, address.Filter, address.Cursor, address.PageSize, cancellationToken));
    }

    private Task ApproveAsync(IReadOnlyCollection<Guid> jobs) => ReloadAfterAsync(Dialogs.ApproveAsync([.. jobs]));

    private Task AssignAsync(IReadOnlyCollection<Guid> jobs) => ReloadAfterAsync(Dialogs.AssignAsync([.. jobs]));

    private Task AssignAllAsync(string customerRef) => ReloadAfterAsync(Dialogs.AssignAllOfAsync(customerRef));

    private Task WriteOffAsync(IReadOnlyCollection<Guid> jobs) => ReloadAfterAsync(Dialogs.WriteOffAsync([.. jobs]));

    // Also after an act that was given up: what became of the holds meanwhile should show.
    private async Task ReloadAfterAsync(Task act)
    {
        await act;
        await latest.RunAsync(LoadAsync);
        chosen = chosen.Intersect(view?.List.Rows.Select(hold => hold.EventId) ?? []);
    }

    private sealed record HoldsPageView(HoldSummary Summary, HoldGroups Groups, HoldList List);
}
