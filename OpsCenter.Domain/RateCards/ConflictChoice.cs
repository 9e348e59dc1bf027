namespace OpsCenter.Domain.RateCards;

/// <summary>Which side of a <see cref="RowConflict"/> stands.</summary>
public enum ConflictChoice
{
    /// <summary>What the operator typed stays in the draft.</summary>
    Mine,

    /// <summary>What the colleague published stands; the change leaves the draft.</summary>
    Theirs,
}
