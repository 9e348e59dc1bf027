using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>What became of a change to a draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>It is in the database.</summary>
    /// <param name="At">When.</param>
    public sealed record Saved(DateTimeOffset At) : DraftOutcome;

    /// <summary>Nothing was saved: another tab of the operator moved the draft onto another version. Read it again.</summary>
    public sealed record MovedElsewhere : DraftOutcome;

    /// <summary>Nothing was saved: the database is away. Trying again may help.</summary>
    public sealed record OutOfReach : DraftOutcome;

    /// <summary>Nothing was saved: rows changed on both sides still need a choice.</summary>
    /// <param name="Conflicts">These rows.</param>
    public sealed record Undecided(ImmutableArray<RowConflict> Conflicts) : DraftOutcome;
}
