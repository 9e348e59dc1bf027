using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The card on the page while it is edited: rows as typed, beside rows as published.</summary>
public sealed class RateCardEditor
{
    private readonly SortedDictionary<RateCardRowKey, CardLine> lines = [];
    private readonly OrderedDictionary<RateCardRowKey, RowEdit> underWay = [];

    /// <summary>Opens a draft.</summary>
    /// <param name="view">The draft and the version it is based on.</param>
    /// <param name="canEdit">False for readers who may only look.</param>
    /// <param name="before">What was done on the page before the draft was read again; forgotten when the rows are no longer as that left them.</param>
    public RateCardEditor(DraftView view, bool canEdit, EditHistory? before = null)
    {
        (View, CanEdit) = (view, canEdit);
        var sheet = view.Sheet;

        foreach (var key in view.BaseSheet.Rows.Keys.Union(sheet.Rows.Keys))
        {
            var published = view.BaseSheet.Find(key);
            var row = sheet.Find(key);
            lines[key] = new CardLine(row ?? view.BaseSheet.Rows[key], published, IsDeleted: row is null);
        }

        History = before?.Fits(RowToSave) == true ? before : new EditHistory();
    }

    /// <summary>Rows were changed, added, deleted or restored, all of them in one act.</summary>
    public event Action<IReadOnlyList<RateCardRowKey>>? Changed;

    /// <summary>The draft as it was opened.</summary>
    public DraftView View { get; }

    /// <summary>Whether cells are fields.</summary>
    public bool CanEdit { get; }

    /// <summary>What can be taken back.</summary>
    public EditHistory History { get; }

    /// <summary>The rows that are ticked.</summary>
    public RowSelection Selection { get; } = new();

    /// <summary>Whether cells that were never touched are told that they are empty, too.</summary>
    public bool AsksForMissing { get; private set; }

    /// <summary>The row that was added last; its first price takes the focus.</summary>
    public RateCardRowKey? JustAdded { get; private set; }

    /// <summary>The card's currency.</summary>
    public Currency Currency => View.BaseSheet.Currency;

    /// <summary>Number of rows that publishing would change.</summary>
    public int ChangeCount => lines.Values.Count(l => l.IsChanged);

    /// <summary>Number of cells that stop the card from being published.</summary>
    public int ProblemCount => lines.Values.Sum(l => l.Problems.Length);

    /// <summary>The one row of the card itself.</summary>
    public CardLine Card => lines[RateCardRowKey.Card];

    /// <summary>The card as it would be published, wrong texts included.</summary>
    public RateCardSheet Sheet => View.BaseSheet with { Rows = lines.Values.Where(l => !l.IsDeleted).ToImmutableSortedDictionary(l => l.Key, l => l.Row) };

    /// <summary>The ticked rows that are on the card, in its order.</summary>
    public IReadOnlyList<CardLine> Selected => [.. lines.Values.Where(l => !l.IsDeleted && Selection.Contains(l.Key))];

    /// <summary>The rows of a section, ordered by name, deleted ones included.</summary>
    public IReadOnlyList<CardLine> In(RateCardSection section) => [.. lines.Values.Where(l => l.Key.Section == section)];

    /// <summary>Whether a row of that key is on the card and not deleted.</summary>
    public bool Has(RateCardRowKey key) => lines.TryGetValue(key, out var line) && !line.IsDeleted;

    /// <summary>A row as it is now; null when there is none of that key.</summary>
    public RateCardRow? Find(RateCardRowKey key) => lines.GetValueOrDefault(key)?.Row;

    /// <summary>The row as it shall be saved; null when it shall go.</summary>
    public RateCardRow? RowToSave(RateCardRowKey key) => lines.TryGetValue(key, out var line) && !line.IsDeleted ? line.Row : null;

    /// <summary>Types into a cell.</summary>
    public void Change(RateCardRowKey key, RateCardColumn column, string text)
    {
        Put(lines[key].Row.With(column, text));
        Finish(key.Section is RateCardSection.Card ? column.Label : $"{column.Label} of {key}", (key, column));
    }

    /// <summary>Changes many cells in one step.</summary>
    /// <param name="words">What it is, in the middle of a sentence.</param>
    /// <param name="cells">The cells; of one that is named twice the last text stands.</param>
    public void Change(string words, IEnumerable<CellEdit> cells)
    {
        foreach (var cell in cells)
        {
            Put(lines[cell.Key].Row.With(cell.Column, cell.Text));
        }

        Finish(words);
    }

    /// <summary>Adds a row, or puts one in place of another of the same key.</summary>
    public void Add(RateCardRow row)
    {
        JustAdded = row.Key;
        Put(row);
        Finish($"adding {row.Key}");
    }

    /// <summary>Deletes a row: a published one is struck through, a new one goes at once.</summary>
    public void Delete(RateCardRowKey key)
    {
        PutOrDelete(key, null);
        Finish($"deleting {key}");
    }

    /// <summary>Takes back what was done to a published row: first its deletion, then what was typed.</summary>
    public void Undo(RateCardRowKey key)
    {
        var line = lines[key];
        Put(line.IsDeleted ? line.Row : line.Published ?? line.Row);
        Finish($"{(line.IsDeleted ? "restoring" : "taking back")} {key}");
    }

    /// <summary>Takes the last step back, if there is one.</summary>
    public void Undo() => Apply(History.Back()?.Rows.Select(row => (row.Key, row.Before)));

    /// <summary>Does again what was taken back last, if anything was.</summary>
    public void Redo() => Apply(History.Forward()?.Rows.Select(row => (row.Key, row.After)));

    /// <summary>Takes a row over from another state of the page; null: it was deleted there.</summary>
    public void Take(RateCardRowKey key, RateCardRow? row) => Apply([(key, row)]);

    /// <summary>From now on tells untouched empty cells as problems, too.</summary>
    public void AskForMissing() => AsksForMissing = true;

    // Without a step of its own: the history moved already, or belongs to another state of the page.
    private void Apply(IEnumerable<(RateCardRowKey Key, RateCardRow? Row)>? rows)
    {
        foreach (var (key, row) in rows ?? [])
        {
            PutOrDelete(key, row);
        }

        Tell();
    }

    private void PutOrDelete(RateCardRowKey key, RateCardRow? row)
    {
        if (row is not null)
        {
            Put(row);
        }
        else if (lines.TryGetValue(key, out var line))
        {
            Put(key, line.Published is null ? null : new CardLine(line.Row, line.Published, IsDeleted: true));
        }
    }

    private void Put(RateCardRow row) => Put(row.Key, new CardLine(row, View.BaseSheet.Find(row.Key), IsDeleted: false));

    private void Put(RateCardRowKey key, CardLine? line)
    {
        var before = underWay.TryGetValue(key, out var edit) ? edit.Before : RowToSave(key);

        if (line is null)
        {
            lines.Remove(key);
        }
        else
        {
            lines[key] = line;
        }

        underWay[key] = new RowEdit(key, before, RowToSave(key));
    }

    private void Finish(string words, (RateCardRowKey Key, RateCardColumn Column)? cell = null)
    {
        // Typing over a cell what it says already is nothing to take back.
        ImmutableArray<RowEdit> rows = [.. underWay.Values.Where(row => !row.ChangesNothing)];

        if (!rows.IsEmpty)
        {
            History.Add(new EditStep(words, rows, cell));
        }

        Tell();
    }

    private void Tell()
    {
        RateCardRowKey[] keys = [.. underWay.Keys];
        underWay.Clear();

        if (keys.Length > 0)
        {
            Changed?.Invoke(keys);
        }
    }
}
