namespace OpsCenter.Portal.Audit;

/// <summary>The first place at which the chain does not hold.</summary>
/// <param name="Kind">How it is broken.</param>
/// <param name="Seq">The seal at which it is.</param>
/// <param name="EntryId">The entry of that seal; null when it is not known.</param>
public sealed record AuditBreak(AuditBreakKind Kind, long Seq, Guid? EntryId)
{
    /// <summary>What was found, in a sentence.</summary>
    public string Sentence => Kind switch
    {
        AuditBreakKind.EntryChanged => $"Entry {EntryId} is not what seal {Seq:N0} was made from: the entry, or the time of its seal, was changed.",
        AuditBreakKind.EntryMissing => $"Entry {EntryId}, which seal {Seq:N0} was made from, is gone.",
        AuditBreakKind.SealChanged => $"Seal {Seq:N0} was changed; its entry {EntryId} is as it was.",
        AuditBreakKind.SealMissing => $"Seal {Seq:N0} is missing.",
        AuditBreakKind.OutOfOrder => $"Seal {Seq:N0} of entry {EntryId} does not follow the one before it: seals were moved or made anew.",
        AuditBreakKind.NotAsNoted => $"Seal {Seq:N0} is not the one you noted: the end of the trail was cut off or sealed anew.",
    };
}
