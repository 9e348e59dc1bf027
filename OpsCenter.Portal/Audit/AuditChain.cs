namespace OpsCenter.Portal.Audit;

/// <summary>Walks along the chain from its first seal. What a wrong hash means is told by the seal that follows it.</summary>
/// <param name="noted">A seal that an operator noted; null when none was.</param>
internal sealed class AuditChain(AuditSeal? noted)
{
    private byte[]? hash;
    private SealedEntry? suspect;
    private byte[]? suspectHash;

    /// <summary>How many seals hold.</summary>
    public long Seals { get; private set; }

    /// <summary>The last that holds.</summary>
    public AuditSeal? Last => hash is null ? null : AuditSeal.Of(Seals, hash);

    /// <summary>Takes the next seal; tells the break once it is certain.</summary>
    public AuditBreak? Take(SealedEntry next)
    {
        if (suspect is not null)
            return Judge(suspect, next);

        if (next.Seq != Seals + 1)
            return new AuditBreak(AuditBreakKind.SealMissing, Seals + 1, null);

        if (next.Columns is null)
            return new AuditBreak(AuditBreakKind.EntryMissing, next.Seq, next.EntryId);

        var should = next.HashAfter(hash);
        var isRight = should.AsSpan().SequenceEqual(next.Hash);

        if (!Same(next.PreviousHash, hash))
            return new AuditBreak(isRight ? AuditBreakKind.SealChanged : AuditBreakKind.OutOfOrder, next.Seq, next.EntryId);

        if (!isRight)
        {
            (suspect, suspectHash) = (next, should);

            return null;
        }

        (Seals, hash) = (next.Seq, next.Hash);

        return noted?.Seq == Seals && noted != Last ? new AuditBreak(AuditBreakKind.NotAsNoted, Seals, next.EntryId) : null;
    }

    /// <summary>Tells a break that only the end of the chain makes certain.</summary>
    public AuditBreak? End() =>
        suspect is not null ? new AuditBreak(AuditBreakKind.EntryChanged, suspect.Seq, suspect.EntryId)
        : noted?.Seq > Seals ? new AuditBreak(AuditBreakKind.NotAsNoted, noted.Seq, null)
        : null;

    // The seal behind it was made when all was well: if it names the hash worked out now, the entry is as it was and the seal is not.
    private AuditBreak Judge(SealedEntry wrong, SealedEntry next) => new(
        next.Seq == wrong.Seq + 1 && Same(next.PreviousHash, suspectHash) ? AuditBreakKind.SealChanged : AuditBreakKind.EntryChanged,
        wrong.Seq,
        wrong.EntryId);

    private static bool Same(byte[]? left, byte[]? right) => (left, right) switch
    {
        (null, null) => true,
        ({ } one, { } other) => one.AsSpan().SequenceEqual(other),
        _ => false,
    };
}
