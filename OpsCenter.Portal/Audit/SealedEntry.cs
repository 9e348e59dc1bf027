using Npgsql;

namespace OpsCenter.Portal.Audit;

/// <summary>A seal with what is stored of its entry by now.</summary>
/// <param name="Seq">The seal's number.</param>
/// <param name="EntryId">The entry it names.</param>
/// <param name="PreviousHash">What it says the hash before it is; null of the first.</param>
/// <param name="Hash">What it says its own hash is.</param>
/// <param name="SealedAt">When it was made.</param>
/// <param name="Columns">The entry as stored; null when there is none.</param>
internal sealed record SealedEntry(long Seq, Guid EntryId, byte[]? PreviousHash, byte[] Hash, DateTimeOffset SealedAt, string?[]? Columns)
{
    /// <summary>The seals after one, in order, up to a last one; a page at a time.</summary>
    public const string Page =
        $"""
        select s.seq, s.audit_id, s.previous_hash, s.hash, s.sealed_at, e.id is not null, {AuditSealText.Columns}
        from audit_seals s left join audit_entries e on e.id = s.audit_id
        where s.seq > $1 and s.seq <= $2 order by s.seq limit $3
        """;

    /// <summary>The hash it should have behind another.</summary>
    public byte[] HashAfter(byte[]? previous) => AuditSealText.Hash(previous, Seq, SealedAt, Columns ?? []);

    /// <summary>Reads a row of <see cref="Page"/>.</summary>
    public static SealedEntry Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2),
        reader.GetFieldValue<byte[]>(3),
        reader.GetFieldValue<DateTimeOffset>(4),
        reader.GetBoolean(5) ? reader.GetFieldValue<string?[]>(6) : null);
}
