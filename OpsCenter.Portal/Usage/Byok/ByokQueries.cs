using System.Data;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>Reads what customers' own keys did: sums from the roll-ups, fallbacks from the few reports that tell of one.</summary>
public sealed class ByokQueries(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most fallbacks of a statement; the list of jobs has all.</summary>
    public const int MaxFallbacks = 20;

    private const string Sums =
        """
        select route, currency, sum(jobs)::bigint, sum(unknown_jobs)::bigint, sum(platform_fee), sum(avoided_fee) as avoided from byok_rollups
        where organization_id = $1 and day >= $2 and day < $3 group by route, currency having sum(jobs) > 0 order by avoided desc, route
        """;

    private const string Fallbacks =
        """
        select e.event_id, e.occurred_at, e.agent_name, e.route, e.metadata ->> 'byok_fallback', l.fee, l.currency
        from usage_events e
        left join lateral (select sum(llm_fee) as fee, min(currency) as currency from ledger_entries where event_id = e.event_id) l on true
        where e.organization_id = $1 and e.metadata ? 'byok_fallback' and not e.byok and e.occurred_at >= $2 and e.occurred_at < $3
        order by e.occurred_at desc, e.event_id desc limit $4
        """;

    /// <summary>The statement of a period.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's keys.</exception>
    public async Task<ByokStatement> GetAsync(Actor actor, Guid organizationId, OverviewPeriod period, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnProviderKeys, Permission.ViewProviderKeys);
        var span = OverviewSpan.Of(period, clock.GetUtcNow());
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Sums), new NpgsqlBatchCommand(Fallbacks) } };
        batch.BatchCommands[0].Parameters.AddAll(organizationId, DateOnly.FromDateTime(span.From.UtcDateTime), DateOnly.FromDateTime(span.Until.UtcDateTime));
        batch.BatchCommands[1].Parameters.AddAll(organizationId, span.From.UtcDateTime, span.Until.UtcDateTime, MaxFallbacks + 1);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (rows, fallbacks) = (new List<ByokRow>(), new List<FallbackRow>());

        while (await reader.ReadAsync(cancellationToken))
            rows.Add(RowAt(reader));

        await reader.NextResultAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
            fallbacks.Add(FallbackAt(reader));

        return new ByokStatement(
            span, [.. rows], [.. rows.GroupBy(row => row.PlatformFee.Currency).Select(Sum)], [.. fallbacks.Take(MaxFallbacks)], fallbacks.Count > MaxFallbacks);
    }

    private static ByokRow Sum(IEnumerable<ByokRow> rows) => rows
        .Select(row => row with { Route = "" })
        .Aggregate((sum, row) => new ByokRow(
            "", sum.Jobs + row.Jobs, sum.UnknownJobs + row.UnknownJobs, sum.PlatformFee + row.PlatformFee, sum.AvoidedFee + row.AvoidedFee));

    private static ByokRow RowAt(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(1));

        return new ByokRow(
            reader.GetString(0), reader.GetInt64(2), reader.GetInt64(3), new Money(reader.GetDecimal(4), currency), new Money(reader.GetDecimal(5), currency));
    }

    private static FallbackRow FallbackAt(NpgsqlDataReader reader) => new(
        reader.GetGuid(0),
        reader.GetFieldValue<DateTimeOffset>(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.IsDBNull(4) ? "" : reader.GetString(4),
        reader.IsDBNull(5) ? null : new Money(reader.GetDecimal(5), Currency.Of(reader.GetString(6))));
}
