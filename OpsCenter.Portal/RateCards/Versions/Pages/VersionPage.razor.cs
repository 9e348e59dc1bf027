using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Replays;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>One version: when, why, what it earned, and what tells it from any other. Old prices come back from here, scheduled ones are called off.</summary>
public sealed partial class VersionPage : IDisposable
{
    public const string WithName = "with";
    private readonly LatestOnly latest = new();
    private VersionRow? version;
    private IReadOnlyList<VersionRow> others = [];
    private IReadOnlyList<RowDifference> differences = [];
    private ReplaySummary? replay;
    private int? with;
    private bool isForbidden;
    private bool isMissing;
    private bool canEdit;

    [Inject]
    public required VersionQueries Versions { get; init; }

    [Inject]
    public required ReplayQueries Replays { get; init; }

    [Inject]
    public required CancelScheduledVersion Cancel { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public int Number { get; set; }

    /// <summary>Makes a change of the address a change of the page.</summary>
    [SupplyParameterFromQuery(Name = WithName)]
    public string? AddressWith { get; set; }

    private UrlQuery Query => UrlQuery.Of(Navigation.Uri);

    private string ChangesTitle => with is null ? "Changes" : $"{Words.Count(differences.Count, "change")} against version {with}";

    public void Dispose() => latest.Dispose();

    protected override Task OnParametersSetAsync() => latest.RunAsync(LoadAsync);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = await Current.GetAsync(cancellationToken);
        isForbidden = !AccessPolicy.Allows(actor, Permission.ViewRateCard);
        canEdit = AccessPolicy.Allows(actor, Permission.EditRateCard);

        // Before the circuit there is only the shape of the page.
        if (isForbidden || !RendererInfo.IsInteractive)
            return;

        var found = await Versions.FindAsync(actor, Number, cancellationToken);
        isMissing = found is null;

        if (found is null)
            return;

        others = [.. (await Versions.ListAsync(actor, below: null, cancellationToken)).Rows.Where(v => v.Version != Number)];
        with = Query.Number(WithName) ?? found.Published.Head.BaseVersion ?? (others.Count > 0 ? others[^1].Version : null);
        differences = with is { } other ? await Versions.CompareAsync(actor, other, Number, cancellationToken) ?? [] : [];
        replay = await Replays.ForVersionAsync(actor, Number, cancellationToken);
        version = found;
    }

    private void Compare(ChangeEventArgs change) => Navigation.NavigateTo(
        Query.With(WithName, int.Parse((string)(change.Value ?? ""), CultureInfo.InvariantCulture)).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private async Task RollBackAsync()
    {
        if (await RollBackDialog.ShowAsync(Dialogs, Number) is { } done)
        {
            Snackbar.Add($"Version {done.Version} {(done.IsScheduled ? "scheduled" : "published")}, with the prices of version {Number}", Severity.Success);
            Navigation.NavigateTo(PortalUrls.RateCardVersion(done.Version));
        }
    }

    private async Task CancelAsync()
    {
        var done = await Dialogs.ConfirmAsync(new Confirmation(
            $"Cancel version {Number}?", "It never comes into force, and stays in the history. Prices stay as they are.", "Cancel the version", "Cancelling…", CancelAsync, IsDestructive: true));
        await latest.RunAsync(LoadAsync);

        if (done)
            Snackbar.Add($"Version {Number} cancelled", Severity.Success);
    }

    private async Task<string?> CancelAsync(CancellationToken cancellationToken)
    {
        var actor = (await Current.GetPersonAsync(cancellationToken)).Actor;

        return await Cancel.HandleAsync(actor, Number, cancellationToken) switch
        {
            CancelOutcome.Cancelled => null,
            CancelOutcome.NotScheduled => $"Version {Number} does not wait any longer. Close this to see what became of it.",
            CancelOutcome.TooLate => $"Version {Number} comes into force in a moment. Roll back after it instead.",
        };
    }
}
