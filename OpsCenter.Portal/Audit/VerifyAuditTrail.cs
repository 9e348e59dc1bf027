using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Audit;

/// <summary>
/// Recomputes the chain of seals from its first link and names the first that is broken. It cannot tell that the end was cut off together
/// with its entries unless it is given a seal that an operator noted outside of the database.
/// </summary>
public sealed class VerifyAuditTrail(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most entries without a seal that are listed; all are counted.</summary>
    public const int MaxListed = 20;

    private const int BatchSize = 1_000;

    private const string Unsealed =
        """
        with unsealed as (select e.id, e.at from audit_entries e where not exists (select from audit_seals s where s.audit_id = e.id))
        select count(*) filter (where at > $1), count(*) filter (where at <= $1),
            coalesce((array_agg(id order by at, id) filter (where at <= $1))[1:$2], '{}')
        from unsealed
        """;

    /// <summary>Younger entries need no seal yet: the sealer comes every few seconds.</summary>
    public static TimeSpan Young { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Verifies the whole trail. Reads only.</summary>
    /// <param name="actor">Whoever may read the audit trail.</param>
    /// <param name="noted">A seal that was noted earlier, to be found again; null when none was.</param>
    /// <param name="progress">Told after each batch; null when nobody watches.</param>
    /// <param name="cancellationToken">Stops after the batch at hand.</param>
    /// <exception cref="AccessDeniedException">The actor may not read the audit trail.</exception>
    public async Task<AuditVerification> HandleAsync(
        Actor actor, AuditSeal? noted, IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAudit);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var last = await LastAsync(connection, cancellationToken);
        var (chain, found, at) = (new AuditChain(noted), (AuditBreak?)null, 0L);

        while (found is null && at < last && await PageAsync(connection, at, last, cancellationToken) is { Count: > 0 } page)
        {
            found = page.Select(chain.Take).FirstOrDefault(broken => broken is not null);
            at = page[^1].Seq;
            progress?.Report(new AuditProgress(at, last));
        }

        return await ResultAsync(connection, chain, found ?? chain.End(), cancellationToken);
    }

    private static async Task<long> LastAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(seq), 0) from audit_seals", connection);

        return await command.ExecuteScalarAsync(cancellationToken) is long seq ? seq : 0;
    }

    private static async Task<List<SealedEntry>> PageAsync(NpgsqlConnection connection, long after, long last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SealedEntry.Page, connection);
        command.Parameters.AddAll(after, last, BatchSize);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<SealedEntry>(BatchSize);

        while (await reader.ReadAsync(cancellationToken))
            page.Add(SealedEntry.Read(reader));

        return page;
    }

    private async Task<AuditVerification> ResultAsync(
        NpgsqlConnection connection, AuditChain chain, AuditBreak? found, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Unsealed, connection);
        command.Parameters.AddAll(clock.GetUtcNow() - Young, MaxListed);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new AuditVerification(
            chain.Seals, chain.Last, found, reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<Guid[]>(2));
    }
}
