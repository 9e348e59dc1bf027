namespace OpsCenter.Portal.Audit;

/// <summary>How the chain can be broken.</summary>
public enum AuditBreakKind
{
    /// <summary>An entry, or the time of its seal, is not what was sealed.</summary>
    EntryChanged,

    /// <summary>A seal's entry is gone.</summary>
    EntryMissing,

    /// <summary>The hashes of a seal are not what they were.</summary>
    SealChanged,

    /// <summary>A seal is gone while later ones are there.</summary>
    SealMissing,

    /// <summary>A seal does not follow the one before it: it was moved, or made for another chain.</summary>
    OutOfOrder,

    /// <summary>The seal an operator noted is gone or another one: the end of the trail was cut off or sealed anew.</summary>
    NotAsNoted,
}
