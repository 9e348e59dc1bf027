using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What was done to the draft on this page, to be taken back and done again.</summary>
public sealed class EditHistory
{
    private const int Most = 200;
    private readonly List<EditStep> done = [];
    private readonly List<EditStep> undone = [];

    /// <summary>What undo takes back; null when there is nothing.</summary>
    public EditStep? Last => done.LastOrDefault();

    /// <summary>What redo does again; null when there is nothing.</summary>
    public EditStep? Next => undone.LastOrDefault();

    /// <summary>Keeps a step. Letters typed into one cell are one step; what was taken back before is forgotten.</summary>
    public void Add(EditStep step)
    {
        undone.Clear();

        if (Last?.With(step) is { } longer)
        {
            done[^1] = longer;
            return;
        }

        done.Add(step);

        if (done.Count > Most)
        {
            done.RemoveAt(0);
        }
    }

    /// <summary>Moves one step back.</summary>
    /// <returns>The step whose rows shall be as before; null when there is none.</returns>
    public EditStep? Back() => Move(done, undone);

    /// <summary>Moves one step forward.</summary>
    /// <returns>The step whose rows shall be as after; null when there is none.</returns>
    public EditStep? Forward() => Move(undone, done);

    /// <summary>
    /// Whether the rows are as the steps left them. They are not when another tab or a colleague changed them; then taking a step back would take
    /// back somebody else's work, too.
    /// </summary>
    /// <param name="rowNow">A row as it is now; null: absent or deleted.</param>
    public bool Fits(Func<RateCardRowKey, RateCardRow?> rowNow)
    {
        var expected = new Dictionary<RateCardRowKey, RateCardRow?>();

        foreach (var edit in done.SelectMany(step => step.Rows))
        {
            expected[edit.Key] = edit.After;
        }

        // The step that was taken back last says how its rows are now.
        foreach (var edit in undone.SelectMany(step => step.Rows))
        {
            expected[edit.Key] = edit.Before;
        }

        return expected.All(row => RateCardRow.Equivalent(row.Value, rowNow(row.Key)));
    }

    private static EditStep? Move(List<EditStep> from, List<EditStep> to)
    {
        if (from.LastOrDefault() is not { } step)
        {
            return null;
        }

        from.RemoveAt(from.Count - 1);
        to.Add(step);

        return step;
    }
}
