using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>
/// The statements behind a customer's usage. They read roll-ups of that customer only: their cost grows with days and names, never with jobs.
/// Costs are not even read.
/// </summary>
internal static class OwnUsageSql
{
    /// <summary>Names that have a layer of their own in the charts.</summary>
    public const int MaxLayers = 4;

    private const string Sums =
        """
        sum(jobs)::bigint as jobs, sum(failed)::bigint as failed, sum(input)::bigint as input, sum(output)::bigint as output,
            sum(units) as units, sum(spend) as spend
        """;

    private const string JobColumns =
        """
        currency, jobs, failed_jobs as failed, input_tokens as input, output_tokens as output, 0::numeric as units, llm_fee + agent_fee + tools_fee as spend
        """;

    private const string ToolColumns = "currency, uses as jobs, 0::bigint as failed, 0::bigint as input, 0::bigint as output, units, fee as spend";

    private const string OfDays = "where organization_id = $1 and day >= ($2 at time zone 'UTC')::date and day < ($3 at time zone 'UTC')::date";
    private const string OfHours = "where organization_id = $1 and hour >= $2 and hour < $3";
    private const string DayOfHour = "(hour at time zone 'UTC')::date as day";

    private const string Latest = "select currency from daily_rollups where organization_id = $1 order by day desc limit 1";

    /// <summary>Everything in one round trip.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="span">The days.</param>
    /// <param name="dimension">What they are broken down by.</param>
    /// <param name="maxShares">Most names of the breakdown.</param>
    public static NpgsqlBatch Of(NpgsqlConnection connection, Guid organizationId, OwnSpan span, OwnDimension dimension, int maxShares)
    {
        var batch = new NpgsqlBatch(connection);
        var source = SourceOf(dimension);
        Add(Points(source), span.PreviousFrom, span.Until, span.From, MaxLayers);
        Add(Shares(source), span.From, span.Until, maxShares);
        Add(Edge(dimension), span.CompleteUntil, span.Until);
        Add(Edge(dimension), Midnight(span.PreviousUntil), span.PreviousUntil);
        Add(Latest);

        return batch;

        void Add(string statement, params ReadOnlySpan<object?> values)
        {
            var command = new NpgsqlBatchCommand(statement);
            command.Parameters.AddAll([organizationId, .. values]);
            batch.BatchCommands.Add(command);
        }
    }

    // Place 0 is the period before, the last one is everybody who has no layer.
    private static string Points(string source) =>
        $"""
        with used as ({source}),
        placed as (
            select currency, name, row_number() over (partition by currency order by sum(spend) desc, sum(jobs) desc, name) as place
            from used where day >= ($4 at time zone 'UTC')::date group by currency, name)
        select used.day::timestamp at time zone 'UTC', case when used.day < ($4 at time zone 'UTC')::date then 0 else least(placed.place, $5 + 1) end::integer as layer,
            used.currency, {Sums}
        from used left join placed on placed.currency = used.currency and placed.name = used.name
        group by used.day, layer, used.currency
        """;

    private static string Shares(string source) =>
        $"""
        with shares as (
            select name, currency, {Sums} from ({source}) used group by currency, name),
        placed as (
            select *, row_number() over (partition by currency order by spend desc, jobs desc, name) as place, count(*) over (partition by currency) as names
            from shares)
        select name, names, currency, jobs, failed, input, output, units, spend from placed where place <= $4 order by currency, place
        """;

    // What days cannot tell: how far the running hour has come, and the first hours of the day at which the comparison ends.
    private static string Edge(OwnDimension dimension) => dimension is OwnDimension.Tool
        ? $"select currency, {Sums} from (select {ToolColumns} from tool_rollups {OfHours}) used group by currency"
        : $"select currency, {Sums} from (select {JobColumns} from hourly_rollups {OfHours}) used group by currency";

    private static string SourceOf(OwnDimension dimension) => dimension switch
    {
        OwnDimension.Agent => $"select day, agent_name as name, {JobColumns} from daily_rollups {OfDays}",
        OwnDimension.Route => $"select day, route as name, {JobColumns} from daily_rollups {OfDays}",
        OwnDimension.Member => $"select {DayOfHour}, coalesce(member_ref, '') as name, {JobColumns} from hourly_rollups {OfHours}",
        OwnDimension.Tool => $"select {DayOfHour}, tool as name, {ToolColumns} from tool_rollups {OfHours}",
    };

    private static DateTimeOffset Midnight(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);
}
