using Microsoft.AspNetCore.Components;
using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The rate card: read by everyone who may, edited as a draft by admins, published after a review.</summary>
public sealed partial class RateCardPage : IAsyncDisposable
{
    private const string UnitName = "unit";
    private readonly CancellationTokenSource closing = new();
    private Task saving = Task.CompletedTask;
    private bool isForbidden;
    private bool isBusy;

    [Inject]
    public required RateCardSession Session { get; init; }

    [Inject]
    public required RateCardQueries Queries { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    /// <summary>Draws the page again when the address changes; what it means is read from there.</summary>
    [SupplyParameterFromQuery(Name = UnitName)]
    public string? UnitText { get; set; }

    private RateCardEditor? Editor => Session.Editor;

    private RateCardVersionView Published => Editor!.View.Base; // shown only with an editor

    private int KnownVersion => Editor!.View.Newer?.Latest ?? Published.Version; // likewise

    private PriceUnit Unit => UrlQuery.Of(Navigation.Uri).Choice<PriceUnit>(UnitName) ?? PriceUnit.Thousand;

    protected override async Task OnInitializedAsync()
    {
        Session.Changed += StateHasChanged;
        var actor = await Current.GetAsync(closing.Token);

        if (!AccessPolicy.Allows(actor, Permission.ViewRateCard))
        {
            isForbidden = true;
        }
        else if (!AccessPolicy.Allows(actor, Permission.EditRateCard))
        {
            Session.OpenReadOnly(await Queries.CurrentAsync(actor, closing.Token));
        }
        else if (RendererInfo.IsInteractive)
        {
            await Session.OpenAsync(closing.Token);
            saving = KeepSavingAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Session.Changed -= StateHasChanged;
        await closing.CancelAsync();
        await saving;
        closing.Dispose();
    }

    private async Task KeepSavingAsync()
    {
        try
        {
            await Session.RunAsync(closing.Token);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left; the guard has seen to it that nothing typed stays behind unnoticed.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void ShowPer(PriceUnit unit) =>
        Navigation.NavigateTo(UrlQuery.Of(Navigation.Uri).With<PriceUnit>(UnitName, unit).ToHref(), new NavigationOptions { ReplaceHistoryEntry = true });

    private async Task DiscardAsync()
    {
        var changes = Words.Count(Editor!.ChangeCount, "change");
        var done = await Dialogs.ConfirmAsync(new Confirmation(
            $"Discard {changes}?", "The rate card goes back to what is published.", "Discard", "Discarding…", DiscardDraftAsync, IsDestructive: true));

        if (done)
        {
            Snackbar.Add("Draft discarded");
        }
    }

    private Task<string?> DiscardDraftAsync(CancellationToken cancellationToken) => AnswerAsync(() => Session.DiscardAsync(cancellationToken));

    private async Task SettleAsync(IReadOnlyDictionary<RateCardRowKey, ConflictChoice> choices) =>
        await TellAsync(AnswerAsync(() => Session.MoveAsync(choices, closing.Token)));

    private async Task ShowNewestAsync()
    {
        if (Editor!.CanEdit)
        {
            await TellAsync(AnswerAsync(() => Session.RefreshAsync(closing.Token)));
        }
        else
        {
            await TellAsync(AnswerAsync(async () =>
                Session.OpenReadOnly(await Queries.CurrentAsync(await Current.GetAsync(closing.Token), closing.Token))));
        }
    }

    private async Task ReviewAsync()
    {
        // Not disabled meanwhile: the focus has to find its way back to the button.
        if (isBusy)
        {
            return;
        }

        isBusy = true;
        var isFresh = await TellAsync(AnswerAsync(() => Session.RefreshAsync(closing.Token)));
        isBusy = false;

        if (Editor!.ProblemCount > 0)
        {
            Editor.AskForMissing();
        }
        else if (isFresh && !Session.IsDirty && !Session.HasConflicts && Editor.ChangeCount > 0
            && await ReviewDialog.ShowAsync(Dialogs, Editor.View) is { } outcome)
        {
            await ShowAsync(outcome);
        }
    }

    private async Task ShowAsync(PublishOutcome outcome)
    {
        var (text, severity) = outcome switch
        {
            PublishOutcome.Published { Follower: { } follower } done => ($"Version {done.Version} published, version {follower} scheduled", Severity.Success),
            PublishOutcome.Published done => ($"Version {done.Version} {(done.IsScheduled ? "scheduled" : "published")}", Severity.Success),
            PublishOutcome.Outdated late => ($"{late.Latest.PublishedByName} published version {late.Latest.Version} first", Severity.Warning),
            PublishOutcome.NotAsReviewed => ("The draft changed in another tab. Review it again.", Severity.Warning),
            PublishOutcome.Invalid invalid => ($"{Words.Count(invalid.Problems.Length, "problem")} to correct first", Severity.Warning),
            _ => throw new InvalidOperationException($"The review never closes with {outcome}."),
        };
        Snackbar.Add(text, severity);
        await TellAsync(AnswerAsync(() => Session.RefreshAsync(closing.Token)));
    }

    private static Task<string?> AnswerAsync(Func<Task> act) => DatabaseFailure.AnswerAsync(async () =>
    {
        await act();

        return null;
    });

    private async Task<bool> TellAsync(Task<string?> answering)
    {
        if (await answering is not { } problem)
        {
            return true;
        }

        Snackbar.Add(problem, Severity.Error);

        return false;
    }
}
