using System.Data;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Reads the jobs of a period once, in one snapshot, and prices each again. Memory does not grow with the number of jobs.</summary>
public sealed class ReplayJobs(NpgsqlDataSource database)
{
    // Months of tens of millions of jobs take minutes.
    private const int TimeoutSeconds = 1_800;
    private const int JobsPerReport = 10_000;

    private const string Expected =
        """
        select coalesce(sum(jobs), 0)::bigint from daily_rollups
        where day >= ($1::timestamptz at time zone 'UTC')::date and day < (($2::timestamptz - interval '1 microsecond') at time zone 'UTC')::date + 1
        """;

    // An entry carries the time of its job, so both sides are cut before they are joined.
    private const string Charged =
        $"""
        select l.kind = 'reversal', l.organization_id, l.total, l.cost, {StoredUsageColumns.Names}
        from ledger_entries l join usage_events e on e.event_id = l.event_id
        where e.occurred_at >= $1 and e.occurred_at < $2 and l.occurred_at >= $1 and l.occurred_at < $2
            and l.kind in ('charge', 'reversal') and l.currency = $3
        """;

    private const string Held =
        $"""
        select {StoredUsageColumns.Names}
        from holds h join usage_events e on e.event_id = h.event_id and e.occurred_at = h.occurred_at
        where h.state = 'open' and h.organization_id is not null and h.occurred_at >= $1 and h.occurred_at < $2
        """;

    // Enough for the hash of a few hundred thousand jobs; what is more goes to disk.
    private const string WorkMemory = "set local work_mem = '128MB'";

    /// <summary>Prices the jobs from a moment until before another with a card. Jobs in other currencies are not the card's to price.</summary>
    internal async Task<ReplayResult> RunAsync(
        RateCard card, DateTimeOffset from, DateTimeOffset until, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new ReplayTally(card);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var setting = new NpgsqlCommand(WorkMemory, connection);
        await setting.ExecuteNonQueryAsync(cancellationToken);
        await using var counting = Command(connection, Expected, from, until);
        var expected = (long)(await counting.ExecuteScalarAsync(cancellationToken) ?? 0L);
        progress?.Report(new ReplayProgress(0, expected));
        await AddChargedAsync(connection, tally, card.Content.Currency, (from, until, expected), progress, cancellationToken);
        await AddHeldAsync(connection, tally, from, until, cancellationToken);

        return tally.ToResult();
    }

    private static async Task AddChargedAsync(
        NpgsqlConnection connection,
        ReplayTally tally,
        Currency currency,
        (DateTimeOffset From, DateTimeOffset Until, long Expected) period,
        IProgress<ReplayProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Charged, period.From, period.Until, currency.Code);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = 0L;

        while (await reader.ReadAsync(cancellationToken))
        {
            tally.Add(new ReplayedEntry(
                reader.GetBoolean(0),
                reader.GetGuid(1),
                StoredUsageColumns.Read(reader, 4),
                new Money(reader.GetDecimal(2), currency),
                new Money(reader.GetDecimal(3), currency)));

            if (++jobs % JobsPerReport == 0)
                progress?.Report(new ReplayProgress(jobs, period.Expected));
        }
    }

    private static async Task AddHeldAsync(
        NpgsqlConnection connection, ReplayTally tally, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Held, from, until);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
            tally.AddHold(StoredUsageColumns.Read(reader, 0));
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(text, connection) { CommandTimeout = TimeoutSeconds };
        command.Parameters.AddAll(values);

        return command;
    }
}
