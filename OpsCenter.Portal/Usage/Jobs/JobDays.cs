using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>
/// Knows from the roll-ups on which days an agent, a route, a member or a tool was at work, so that a list of a name that
/// never or long ago was does not read all jobs to find that out.
/// </summary>
internal static class JobDays
{
    private const string Ran =
        """
        select min(day)::timestamp at time zone 'UTC', (max(day) + 1)::timestamp at time zone 'UTC' from daily_rollups
        where ($1::text is null or agent_name = $1) and ($2::text is null or route = $2) and ($3::uuid is null or organization_id = $3)
        """;

    private const string Member =
        """
        select min(hour), max(hour) + interval '1 hour' from hourly_rollups
        where member_ref = $1 and ($2::uuid is null or organization_id = $2)
        """;

    private const string Tool =
        """
        select min(hour), max(hour) + interval '1 hour' from tool_rollups
        where tool = $1 and ($2::uuid is null or organization_id = $2)
        """;

    /// <summary>The days of the filter on which it can match; null when there are none.</summary>
    public static async Task<DayRange?> NarrowAsync(
        NpgsqlConnection connection, JobScope scope, JobFilter filter, CancellationToken cancellationToken)
    {
        var customer = scope.OrganizationId ?? filter.CustomerId;
        DayRange? days = filter.Days;

        if (filter is not { Agent: null, Route: null })
            days = await WithinAsync(connection, days, Ran, [filter.Agent, filter.Route, customer], cancellationToken);
        if (days is not null && filter.Member is { } member)
            days = await WithinAsync(connection, days, Member, [member, customer], cancellationToken);
        if (days is not null && filter.Tool is { } tool)
            days = await WithinAsync(connection, days, Tool, [tool, customer], cancellationToken);

        return days;
    }

    private static async Task<DayRange?> WithinAsync(
        NpgsqlConnection connection, DayRange days, string statement, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return reader.IsDBNull(0)
            ? null
            : new DayRange(Later(days.From, reader.GetFieldValue<DateTimeOffset>(0)), Earlier(days.Until, reader.GetFieldValue<DateTimeOffset>(1)));
    }

    private static DateTimeOffset Later(DateTimeOffset? asked, DateTimeOffset ran) => asked > ran ? asked.Value : ran;

    private static DateTimeOffset Earlier(DateTimeOffset? asked, DateTimeOffset ran) => asked < ran ? asked.Value : ran;
}
