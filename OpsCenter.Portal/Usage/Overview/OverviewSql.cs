using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>The overview's statements. They read roll-ups only, so their cost grows with days, customers, agents and routes, never with jobs.</summary>
internal static class OverviewSql
{
    /// <summary>Agents, routes and customers that are named; the rest is in the list of jobs.</summary>
    public const int MaxShares = 5;

    private const string Sums =
        """
        sum(jobs)::bigint as jobs, sum(failed_jobs)::bigint as failed, sum(held_jobs)::bigint as held,
            sum(input_tokens)::bigint as input, sum(output_tokens)::bigint as output,
            sum(llm_fee + agent_fee + tools_fee) as spend, sum(llm_cost + tools_cost) as cost
        """;

    // The last parameters of each statement are customer and agent; null for all. The planner sees the values, so none costs the others anything.
    private const string Days =
        $"""
        select day::timestamp at time zone 'UTC', currency, {Sums} from daily_rollups
        where day >= $1 and day < $2 and ($3::uuid is null or organization_id = $3) and ($4::text is null or agent_name = $4) group by day, currency
        """;

    private const string Hours =
        $"""
        select hour, currency, {Sums} from hourly_rollups
        where hour >= $1 and hour < $2 and ($3::uuid is null or organization_id = $3) and ($4::text is null or agent_name = $4) group by hour, currency
        """;

    // What days cannot tell: how far the running hour has come, and the first hours of the day at which the comparison ends.
    private const string Edges =
        $"""
        select true, currency, {Sums} from hourly_rollups
        where hour >= $1 and hour < $2 and ($5::uuid is null or organization_id = $5) and ($6::text is null or agent_name = $6) group by currency
        union all
        select false, currency, {Sums} from hourly_rollups
        where hour >= $3 and hour < $4 and ($5::uuid is null or organization_id = $5) and ($6::text is null or agent_name = $6) group by currency
        """;

    private const string Today =
        $"""
        select currency, {Sums} from daily_rollups
        where day = $1 and ($2::uuid is null or organization_id = $2) and ($3::text is null or agent_name = $3) group by currency
        """;

    private const string Shares =
        $"""
        with shares as (
            select case grouping(agent_name, route, organization_id) when 3 then 'agent' when 5 then 'route' else 'customer' end as dimension,
                coalesce(agent_name, route) as name, organization_id, currency, {Sums}
            from daily_rollups
            where day >= $1 and day < $2 and ($4::uuid is null or organization_id = $4) and ($5::text is null or agent_name = $5)
            group by grouping sets ((currency, agent_name), (currency, route), (currency, organization_id))),
        placed as (
            select *, row_number() over (partition by dimension, currency order by spend desc, jobs desc, name, organization_id) as place
            from shares)
        select dimension, name, organization_id, currency, jobs, failed, held, input, output, spend, cost
        from placed
        where place <= $3
        order by dimension, currency, place
        """;

    private const string Held =
        """
        select currency, sum(held_jobs)::bigint, sum(exposure), min(day) from daily_rollups
        where held_jobs <> 0 and ($1::uuid is null or organization_id = $1) and ($2::text is null or agent_name = $2) group by currency
        """;

    private const string Latest =
        """
        select currency from daily_rollups
        where ($1::uuid is null or organization_id = $1) and ($2::text is null or agent_name = $2) order by day desc limit 1
        """;

    /// <summary>Everything in one round trip.</summary>
    public static NpgsqlBatch Of(NpgsqlConnection connection, OverviewSpan span, OverviewScope scope)
    {
        var batch = new NpgsqlBatch(connection);
        var (from, until) = (DayOf(span.From), DayOf(span.Until));

        if (span.IsByHour)
        {
            Add(Hours, span.PreviousFrom, span.Until);
        }
        else
        {
            Add(Days, DayOf(span.PreviousFrom), until);
        }

        Add(Edges, span.CompleteUntil, span.Until, span.IsByHour ? span.PreviousUntil : Midnight(span.PreviousUntil), span.PreviousUntil);
        Add(Today, DayOf(span.Today));
        Add(Shares, from, until, MaxShares);
        Add(Held);
        Add(Latest);

        return batch;

        void Add(string statement, params ReadOnlySpan<object?> values)
        {
            var command = new NpgsqlBatchCommand(statement);
            command.Parameters.AddAll(values);
            command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = scope.CustomerId });
            command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = scope.Agent });
            batch.BatchCommands.Add(command);
        }
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static DateTimeOffset Midnight(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
