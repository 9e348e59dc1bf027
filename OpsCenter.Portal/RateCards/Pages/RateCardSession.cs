using System.Threading.Channels;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>An operator's work on the draft in one tab: opens it, saves rows shortly after they were typed, moves and discards it.</summary>
public sealed class RateCardSession(OwnDraft draft, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(3);
    private readonly HashSet<RateCardRowKey> unsaved = [];
    private readonly SemaphoreSlim saving = new(1, 1);
    private readonly Channel<bool> typed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something the page shows has changed.</summary>
    public event Action? Changed;

    /// <summary>The open card; null before <see cref="OpenAsync"/>.</summary>
    public RateCardEditor? Editor { get; private set; }

    /// <summary>What colleagues published since the draft was started; their rows are on the page once no choice is open.</summary>
    public ColleagueChanges? News { get; private set; }

    /// <summary>Whether the server has what was typed.</summary>
    public SaveState State { get; private set; }

    /// <summary>Whether something typed is in this tab only.</summary>
    public bool IsDirty => unsaved.Count > 0 || State is SaveState.Saving;

    /// <summary>Whether rows changed on both sides wait for a choice.</summary>
    public bool HasConflicts => Editor?.View.Newer is not null;

    /// <summary>Opens the draft of an operator. A draft without conflicts follows the newest version by itself.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var view = await draft.GetAsync(cancellationToken);

        if (view.Newer is { Merge.Conflicts.IsEmpty: true } news)
        {
            await draft.MoveAsync(new MoveDraftInput(news.Latest, new Dictionary<RateCardRowKey, ConflictChoice>()), cancellationToken);
            News = news;
            view = await draft.GetAsync(cancellationToken);
        }

        Show(view);
    }

    /// <summary>Opens a published version for a reader who may not edit.</summary>
    public void OpenReadOnly(RateCardView card)
    {
        var sheet = RateCardSheet.Of(card.Content);
        Editor = new RateCardEditor(new DraftView(card.Published, sheet, RateCardDraft.On(card.Published.Version), null, null), canEdit: false);
    }

    /// <summary>Saves what is typed, a moment after it was typed, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await typed.Reader.WaitToReadAsync(cancellationToken))
        {
            typed.Reader.TryRead(out _);
            await Task.Delay(Pause, clock, cancellationToken);
            await SaveAsync(cancellationToken);

            if (State is SaveState.Failed)
            {
                await Task.Delay(RetryPause, clock, cancellationToken);
                typed.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Saves what is not saved yet; <see cref="State"/> tells whether it worked.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await saving.WaitAsync(cancellationToken);
        try
        {
            while (unsaved.Count > 0 && await SaveOneAsync(unsaved.First(), cancellationToken))
            {
            }
        }
        finally
        {
            saving.Release();
        }

        Changed?.Invoke();
    }

    /// <summary>Saves, then reads the draft again, with what other tabs and colleagues did.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await SaveAsync(cancellationToken);

        if (!IsDirty)
        {
            await OpenAsync(cancellationToken);
        }
    }

    /// <summary>Reads the draft again after rows of a file were put into it; taking that back is one step.</summary>
    /// <param name="rows">The rows as the file has them; null: they went.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task TakeImportAsync(IReadOnlyDictionary<RateCardRowKey, RateCardRow?> rows, CancellationToken cancellationToken)
    {
        var editor = Editor!; // a file is imported into an open draft
        editor.History.Add(new EditStep(
            $"the import of {Words.Count(rows.Count, "row")}", [.. rows.Select(row => new RowEdit(row.Key, editor.RowToSave(row.Key), row.Value))], null));

        return RefreshAsync(cancellationToken);
    }

    /// <summary>Settles the conflicts and moves the draft onto the newest version.</summary>
    public async Task MoveAsync(IReadOnlyDictionary<RateCardRowKey, ConflictChoice> choices, CancellationToken cancellationToken)
    {
        if (Editor?.View.Newer is { } news)
        {
            await SaveAsync(cancellationToken);
            await draft.MoveAsync(new MoveDraftInput(news.Latest, choices), cancellationToken);
            await OpenAsync(cancellationToken);
        }
    }

    /// <summary>Throws the draft away and opens the newest version.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken)
    {
        unsaved.Clear();
        await draft.DiscardAsync(cancellationToken);
        News = null;
        await OpenAsync(cancellationToken);
    }

    /// <summary>Puts the notice of colleagues' versions away.</summary>
    public void DismissNews() => News = null;

    /// <inheritdoc />
    public void Dispose() => saving.Dispose();

    private void Show(DraftView view)
    {
        var before = Editor is { } editor && editor.View.Base.Version == view.Base.Version ? editor.History : null;
        Editor = new RateCardEditor(view, canEdit: true, before);
        Editor.Changed += MarkUnsaved;
        Editor.Selection.Changed += () => Changed?.Invoke();
        State = SaveState.Saved;
        Changed?.Invoke();
    }

    private void MarkUnsaved(IReadOnlyList<RateCardRowKey> keys)
    {
        unsaved.UnionWith(keys);
        State = State is SaveState.Failed ? SaveState.Failed : SaveState.Saving;
        typed.Writer.TryWrite(true);
        Changed?.Invoke();
    }

    private async Task<bool> SaveOneAsync(RateCardRowKey key, CancellationToken cancellationToken)
    {
        // Only rows of an open editor can be unsaved.
        var editor = Editor!;
        var row = editor.RowToSave(key);
        var outcome = await draft.ChangeAsync(new ChangeDraftRowInput(editor.View.Draft.BaseVersion, key, row), cancellationToken);

        if (outcome is DraftOutcome.OutOfReach)
        {
            State = SaveState.Failed;
            return false;
        }

        if (outcome is DraftOutcome.MovedElsewhere)
        {
            await ReopenWithUnsavedAsync(editor, cancellationToken);
            return true;
        }

        // What was typed while this row was on its way is saved in the next round.
        if (ReferenceEquals(editor.RowToSave(key), row))
        {
            unsaved.Remove(key);
        }

        State = unsaved.Count > 0 ? SaveState.Saving : SaveState.Saved;
        return true;
    }

    // Another tab moved the draft onto a newer version: what was typed here goes onto it.
    private async Task ReopenWithUnsavedAsync(RateCardEditor before, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);

        foreach (var key in unsaved.ToList())
        {
            Editor!.Take(key, before.RowToSave(key)); // OpenAsync has just set it
        }
    }
}
