using System.Data;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>Reads what single jobs of an agent cost from the roll-ups of prices and failures.</summary>
public sealed class AgentPriceQueries(NpgsqlDataSource database, TimeProvider clock)
{
    // Both spans in one pass: they overlap, and the buckets are most of what the page reads.
    private const string Buckets =
        """
        select fee_floor, coalesce(sum(jobs) filter (where day >= $3 and day < $4), 0)::bigint, coalesce(sum(total) filter (where day >= $3 and day < $4), 0),
            coalesce(sum(jobs) filter (where day >= $5 and day < $6), 0)::bigint, coalesce(sum(total) filter (where day >= $5 and day < $6), 0)
        from fee_rollups
        where agent_name = $1 and currency = $2 and day >= least($3, $5) and day < greatest($4, $6) group by fee_floor order by fee_floor
        """;

    private const string Outcomes =
        """
        select coalesce(sum(jobs), 0)::bigint, coalesce(sum(failed_jobs), 0)::bigint from daily_rollups
        where agent_name = $1 and currency = $2 and day >= $3 and day < $4
        """;

    private const string Failures =
        """
        select coalesce(sum(jobs), 0)::bigint, coalesce(sum(fee), 0), coalesce(sum(cost), 0) from failure_rollups
        where agent_name = $1 and currency = $2 and day >= $3 and day < $4
        """;

    /// <summary>The prices of a period and of the last <see cref="AgentUseQueries.RecentDays"/> days, in one currency.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<AgentPrices> GetAsync(Actor actor, string agent, Currency currency, OverviewPeriod period, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var now = clock.GetUtcNow();
        var (span, recent) = (OverviewSpan.Of(period, now), OverviewSpan.Of(OverviewPeriod.Last30Days, now));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Command(Buckets, agent, currency, span, recent), Command(Outcomes, agent, currency, span), Command(Failures, agent, currency, span) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var (histogram, lately) = await HistogramsAsync(reader, currency, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (jobs, failed) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var failures = new FailureCost(reader.GetInt64(0), new Money(reader.GetDecimal(1), currency), new Money(reader.GetDecimal(2), currency));

        return new AgentPrices(span, jobs, failed, histogram, failures, lately);
    }

    private static NpgsqlBatchCommand Command(string statement, string agent, Currency currency, params ReadOnlySpan<OverviewSpan> spans)
    {
        var command = new NpgsqlBatchCommand(statement);
        command.Parameters.AddAll(agent, currency.Code);

        foreach (var span in spans)
            command.Parameters.AddAll(DateOnly.FromDateTime(span.From.UtcDateTime), DateOnly.FromDateTime(span.Until.UtcDateTime));

        return command;
    }

    private static async Task<(FeeHistogram Asked, FeeHistogram Recent)> HistogramsAsync(NpgsqlDataReader reader, Currency currency, CancellationToken cancellationToken)
    {
        var (asked, recent) = (new List<FeeBucket>(), new List<FeeBucket>());

        while (await reader.ReadAsync(cancellationToken))
        {
            asked.Add(new FeeBucket(reader.GetDecimal(0), reader.GetInt64(1), reader.GetDecimal(2)));
            recent.Add(new FeeBucket(reader.GetDecimal(0), reader.GetInt64(3), reader.GetDecimal(4)));
        }

        return (Of(asked), Of(recent));

        FeeHistogram Of(List<FeeBucket> buckets) => new(currency, [.. buckets.Where(bucket => bucket.Jobs > 0)]);
    }
}
