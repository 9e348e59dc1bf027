using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>An operator's draft in the database. The head row is its lock: whoever changes a draft locks it first.</summary>
internal static class DraftStore
{
    /// <summary>Reads a draft, or null when the operator has none.</summary>
    public static async Task<StoredDraft?> FindAsync(OpsCenterDbContext db, Guid operatorId, CancellationToken cancellationToken)
    {
        var head = await db.RateCardDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.OperatorId == operatorId, cancellationToken);

        return head is null ? null : await ReadAsync(db, head, cancellationToken);
    }

    /// <summary>Reads a draft and locks it until the transaction ends.</summary>
    public static async Task<StoredDraft?> LockAsync(OpsCenterDbContext db, Guid operatorId, CancellationToken cancellationToken)
    {
        var head = await db.RateCardDrafts
            .FromSql($"select * from rate_card_drafts where operator_id = {operatorId} for update")
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);

        return head is null ? null : await ReadAsync(db, head, cancellationToken);
    }

    /// <summary>
    /// Locks the operator's draft, making an empty one on <paramref name="baseVersion"/> if there is none. Its time always moves on, so
    /// that a review can tell whether the draft is still the one that was shown.
    /// </summary>
    /// <returns>The base version of the draft that is there now.</returns>
    public static async Task<int> LockOrStartAsync(
        OpsCenterDbContext db, Guid operatorId, int baseVersion, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bases = await db.Database.SqlQuery<int>($"""
            insert into rate_card_drafts (operator_id, base_version, started_at, updated_at)
            values ({operatorId}, {baseVersion}, {now}, {now})
            on conflict (operator_id) do update set updated_at = greatest(rate_card_drafts.updated_at + interval '1 microsecond', excluded.updated_at)
            returning base_version as "Value"
            """).ToListAsync(cancellationToken);

        return bases.Single();
    }

    /// <summary>Puts one row of a draft, as changed or as deleted.</summary>
    public static Task PutAsync(
        OpsCenterDbContext db, Guid operatorId, RateCardRowKey key, RateCardRow? row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var section = DraftJson.Write(key.Section);
        var content = row is null ? null : DraftJson.Write(row);

        return db.Database.ExecuteSqlAsync($"""
            insert into rate_card_draft_changes (operator_id, section, row_key, content, changed_at)
            values ({operatorId}, {section}, {key.Name}, {content}::jsonb, {now})
            on conflict (operator_id, section, row_key) do update set content = excluded.content, changed_at = excluded.changed_at
            """, cancellationToken);
    }

    /// <summary>Puts many rows in one statement.</summary>
    public static Task PutAsync(
        OpsCenterDbContext db,
        Guid operatorId,
        IEnumerable<KeyValuePair<RateCardRowKey, RateCardRow?>> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var all = rows.ToList();
        string[] sections = [.. all.Select(row => DraftJson.Write(row.Key.Section))];
        string[] names = [.. all.Select(row => row.Key.Name)];
        string?[] contents = [.. all.Select(row => row.Value is null ? null : DraftJson.Write(row.Value))];

        return db.Database.ExecuteSqlAsync($"""
            insert into rate_card_draft_changes (operator_id, section, row_key, content, changed_at)
            select {operatorId}, r.section, r.row_key, r.content::jsonb, {now}
            from unnest({sections}, {names}, {contents}) as r(section, row_key, content)
            on conflict (operator_id, section, row_key) do update set content = excluded.content, changed_at = excluded.changed_at
            """, cancellationToken);
    }

    /// <summary>Takes rows out of a draft: they are as published again.</summary>
    public static Task RemoveAsync(OpsCenterDbContext db, Guid operatorId, IEnumerable<RateCardRowKey> keys, CancellationToken cancellationToken)
    {
        var all = keys.ToList();
        string[] sections = [.. all.Select(key => DraftJson.Write(key.Section))];
        string[] names = [.. all.Select(key => key.Name)];

        return db.Database.ExecuteSqlAsync($"""
            delete from rate_card_draft_changes c using unnest({sections}, {names}) as r(section, row_key)
            where c.operator_id = {operatorId} and c.section = r.section and c.row_key = r.row_key
            """, cancellationToken);
    }

    /// <summary>Takes a draft away, or only an empty one: who changed nothing follows the newest version.</summary>
    public static Task DeleteAsync(OpsCenterDbContext db, Guid operatorId, bool onlyIfEmpty, CancellationToken cancellationToken) =>
        db.RateCardDrafts
            .Where(d => d.OperatorId == operatorId && (!onlyIfEmpty || !db.RateCardDraftRows.Any(r => r.OperatorId == operatorId)))
            .ExecuteDeleteAsync(cancellationToken);

    private static async Task<StoredDraft> ReadAsync(OpsCenterDbContext db, RateCardDraftHead head, CancellationToken cancellationToken)
    {
        var rows = await db.RateCardDraftRows.AsNoTracking().Where(r => r.OperatorId == head.OperatorId).ToListAsync(cancellationToken);
        var draft = new RateCardDraft(head.BaseVersion, rows.Select(DraftJson.Read).ToImmutableSortedDictionary());

        return new StoredDraft(draft, head.UpdatedAt);
    }
}
