using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The card on the page while it is edited: rows as typed, beside rows as published.</summary>
public sealed class RateCardEditor
{
    private readonly SortedDictionary<RateCardRowKey, CardLine> lines = [];

    /// <summary>Opens a draft.</summary>
    /// <param name="view">The draft and the version it is based on.</param>
    /// <param name="canEdit">False for readers who may only look.</param>
    public RateCardEditor(DraftView view, bool canEdit)
    {
        (View, CanEdit) = (view, canEdit);
        var sheet = view.Sheet;

        foreach (var key in view.BaseSheet.Rows.Keys.Union(sheet.Rows.Keys))
        {
            var published = view.BaseSheet.Find(key);
            var row = sheet.Find(key);
            lines[key] = new CardLine(row ?? view.BaseSheet.Rows[key], published, IsDeleted: row is null);
        }
    }

    /// <summary>A row was changed, added, deleted or restored.</summary>
    public event Action<RateCardRowKey>? Changed;

    /// <summary>The draft as it was opened.</summary>
    public DraftView View { get; }

    /// <summary>Whether cells are fields.</summary>
    public bool CanEdit { get; }

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

    /// <summary>The rows of a section, ordered by name, deleted ones included.</summary>
    public IReadOnlyList<CardLine> In(RateCardSection section) => [.. lines.Values.Where(l => l.Key.Section == section)];

    /// <summary>Whether a row of that key is on the card and not deleted.</summary>
    public bool Has(RateCardRowKey key) => lines.TryGetValue(key, out var line) && !line.IsDeleted;

    /// <summary>A row as it is now; null when there is none of that key.</summary>
    public RateCardRow? Find(RateCardRowKey key) => lines.GetValueOrDefault(key)?.Row;

    /// <summary>The row as it shall be saved; null when it shall go.</summary>
    public RateCardRow? RowToSave(RateCardRowKey key) => lines.TryGetValue(key, out var line) && !line.IsDeleted ? line.Row : null;

    /// <summary>Types into a cell.</summary>
    public void Change(RateCardRowKey key, RateCardColumn column, string text) => Put(lines[key].Row.With(column, text));

    /// <summary>Adds a row, or puts one in place of another of the same key.</summary>
    public void Add(RateCardRow row)
    {
        JustAdded = row.Key;
        Put(row);
    }

    /// <summary>Deletes a row: a published one is struck through, a new one goes at once.</summary>
    public void Delete(RateCardRowKey key)
    {
        if (lines[key] is { Published: { } published } line)
        {
            Put(new CardLine(line.Row, published, IsDeleted: true));
        }
        else
        {
            lines.Remove(key);
            Changed?.Invoke(key);
        }
    }

    /// <summary>Takes back what was done to a published row: first its deletion, then what was typed.</summary>
    public void Undo(RateCardRowKey key)
    {
        var line = lines[key];
        Put(line.IsDeleted ? line.Row : line.Published ?? line.Row);
    }

    /// <summary>Takes a row over from another state of the page; null: it was deleted there.</summary>
    public void Take(RateCardRowKey key, RateCardRow? row)
    {
        if (row is not null)
        {
            Put(row);
        }
        else if (Has(key))
        {
            Delete(key);
        }
    }

    /// <summary>From now on tells untouched empty cells as problems, too.</summary>
    public void AskForMissing() => AsksForMissing = true;

    private void Put(RateCardRow row) => Put(new CardLine(row, View.BaseSheet.Find(row.Key), IsDeleted: false));

    private void Put(CardLine line)
    {
        lines[line.Key] = line;
        Changed?.Invoke(line.Key);
    }
}
