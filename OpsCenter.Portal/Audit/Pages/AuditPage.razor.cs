using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>The audit trail. Filters and place stand in the address.</summary>
public sealed partial class AuditPage : IDisposable
{
    private readonly LatestOnly latest = new();
    private AuditView? view;
    private bool isForbidden;
    private bool isAway;

    [Inject]
    public required AuditQueries Audit { get; init; }

    [Inject]
    public required CustomerQueries Customers { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The parts of the address are parameters, so that a change of address is a change of the page.</summary>
    [SupplyParameterFromQuery(Name = AuditListAddress.TextName)]
    public string? AddressText { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.ActorName)]
    public string? AddressActor { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.CustomerName)]
    public string? AddressCustomer { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.FromName)]
    public string? AddressFrom { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.ToName)]
    public string? AddressTo { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.OlderName)]
    public string? AddressOlder { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.NewerName)]
    public string? AddressNewer { get; set; }

    [SupplyParameterFromQuery(Name = AuditListAddress.SizeName)]
    public string? AddressSize { get; set; }

    private AuditListAddress Address => new(UrlQuery.Of(Navigation.Uri));

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            await latest.RunAsync(LoadAsync);
            isAway = false;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            (view, isAway) = (null, true);
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (actor, address) = (await Current.GetAsync(cancellationToken), Address);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewAudit);

        // Before the circuit there is only the shape of the page: its rows would be thrown away a moment later.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        view = new AuditView(
            await Audit.ListAsync(actor, address.FilterAt(Clock.GetUtcNow()), address.Cursor, address.PageSize, cancellationToken),
            await Audit.LastSealAsync(actor, cancellationToken),
            view?.Actors ?? await Audit.ActorsAsync(actor, cancellationToken),
            await CustomerAsync(actor, address.CustomerId, cancellationToken));
    }

    private async Task<string?> CustomerAsync(Actor actor, Guid? id, CancellationToken cancellationToken) => id is { } wanted
        ? (await Customers.NamesAsync(actor, [wanted], cancellationToken)).GetValueOrDefault(wanted, wanted.ToString())
        : null;

    private Task OpenAsync(AuditRow row) => AuditEntryDialog.ShowAsync(Dialogs, row);

    private async Task VerifyAsync()
    {
        await VerifyAuditDialog.ShowAsync(Dialogs);
        await ReadAsync();
    }

    private sealed record AuditView(AuditList List, AuditSeal? LastSeal, IReadOnlyList<AuditActor> Actors, string? Customer);
}
