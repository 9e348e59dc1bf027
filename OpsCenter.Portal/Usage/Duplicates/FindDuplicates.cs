using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>
/// Looks through the reports without a job key for such that say the same as the one before them, shortly after it: a retry that could not be
/// told from a new job. Only an operator decides what they are. Safe in any number of instances: one of them searches at a time.
/// </summary>
public sealed class FindDuplicates(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long after the one before it a report may arrive and still look like its retry.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    // A report that was received a moment ago may not be committed yet.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    private const string Begin =
        "insert into duplicate_scans (id, scanned_until) select 1, coalesce((select min(received_at) from usage_events where job_id is null), $1) on conflict do nothing";

    // Time in which nothing came without a key is passed over.
    private const string Claim =
        """
        select greatest(scanned_until, coalesce((select min(received_at) from usage_events where job_id is null and received_at >= scanned_until), $1))
        from duplicate_scans where id = 1 for update skip locked
        """;

    private const string Find =
        """
        with reports as (
            select event_id, occurred_at, organization_id, received_at,
                lag(event_id) over same as before_id, lag(received_at) over same as before_at
            from usage_events
            where job_id is null and received_at >= $1 - $3 and received_at < $2 and input_tokens + output_tokens > 0
            window same as (
                partition by source, customer_ref, member_ref, agent_name, route, byok, status, input_tokens, output_tokens, cached_input_tokens,
                    cache_write_tokens, reasoning_tokens, provider_cost, tools, metadata
                order by received_at, event_id))
        insert into likely_duplicates (event_id, occurred_at, original_event_id, organization_id, found_at)
        select r.event_id, r.occurred_at, r.before_id, r.organization_id, $4
        from reports r
        where r.received_at >= $1 and r.received_at - r.before_at <= $3 and r.organization_id is not null
            and (select sum(l.total) from ledger_entries l where l.event_id = r.event_id) > 0
        on conflict do nothing
        """;

    private const string Advance = "update duplicate_scans set scanned_until = $1 where id = 1";

    /// <summary>Searches the next stretch of time.</summary>
    /// <returns>Whether there is more to search right away.</returns>
    /// <exception cref="AccessDeniedException">The actor may not decide about duplicates.</exception>
    public async Task<bool> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.GiveCredits);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, Begin, cancellationToken, now);
        await using var claim = new NpgsqlCommand(Claim, connection);
        claim.Parameters.AddAll(now - Settled);

        if (await claim.ExecuteScalarAsync(cancellationToken) is not DateTime since)
            return false;

        var until = new[] { since.Add(LongestStep), (now - Settled).UtcDateTime }.Min();

        if (until <= since)
            return false;

        await ExecuteAsync(connection, Find, cancellationToken, since, until, Reach, now);
        await ExecuteAsync(connection, Advance, cancellationToken, until);
        await transaction.CommitAsync(cancellationToken);

        return until < (now - Settled).UtcDateTime;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
