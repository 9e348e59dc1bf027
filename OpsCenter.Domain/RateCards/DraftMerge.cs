using System.Collections.Immutable;

namespace OpsCenter.Domain.RateCards;

/// <summary>A draft moved onto a newer version: rows only a colleague changed are taken over, rows only the operator changed stay.</summary>
/// <param name="Draft">The draft on the newer version, with the operator's side of every conflict.</param>
/// <param name="Conflicts">Rows both changed to different content, ordered by key. Equal changes are none.</param>
public sealed record DraftMerge(RateCardDraft Draft, ImmutableArray<RowConflict> Conflicts)
{
    /// <summary>Moves a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="baseSheet">The card of the draft's base version.</param>
    /// <param name="latestVersion">The version to move onto.</param>
    /// <param name="latest">Its card.</param>
    public static DraftMerge Onto(RateCardDraft draft, RateCardSheet baseSheet, int latestVersion, RateCardSheet latest)
    {
        var conflicts = draft.Changes
            .Select(change => new RowConflict(change.Key, baseSheet.Find(change.Key), change.Value, latest.Find(change.Key)))
            .Where(c => !RateCardRow.Equivalent(c.Theirs, c.Base) && !RateCardRow.Equivalent(c.Theirs, c.Mine));
        var moved = draft.Changes
            .Aggregate(RateCardDraft.On(latestVersion), (onto, change) => onto.With(latest, change.Key, change.Value));

        return new DraftMerge(moved, [.. conflicts]);
    }

    /// <summary>The draft after the operator chose.</summary>
    /// <param name="choices">A choice per conflicting row.</param>
    /// <returns>Null when a conflict has no choice yet.</returns>
    public RateCardDraft? Resolve(IReadOnlyDictionary<RateCardRowKey, ConflictChoice> choices)
    {
        if (!Conflicts.All(c => choices.ContainsKey(c.Key)))
        {
            return null;
        }

        var given = Conflicts.Where(c => choices[c.Key] is ConflictChoice.Theirs).Select(c => c.Key);

        return Draft with { Changes = Draft.Changes.RemoveRange(given) };
    }
}
