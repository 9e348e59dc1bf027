using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>
/// Knows from the roll-ups on which days an agent or a route ran, so that a list of a name that never or long ago ran does not read all jobs to
/// find that out.
/// </summary>
internal static class JobDays
{
    private const string Ran =
        """
        select min(day)::timestamp at time zone 'UTC', (max(day) + 1)::timestamp at time zone 'UTC' from daily_rollups
        where ($1::text is null or agent_name = $1) and ($2::text is null or route = $2) and ($3::uuid is null or organization_id = $3)
        """;

    /// <summary>The days of the filter on which it can match; null when there are none.</summary>
    public static async Task<DayRange?> NarrowAsync(
        NpgsqlConnection connection, JobScope scope, JobFilter filter, CancellationToken cancellationToken)
    {
        if (filter is { Agent: null, Route: null })
            return filter.Days;

        await using var command = new NpgsqlCommand(Ran, connection);
        command.Parameters.AddAll(filter.Agent, filter.Route, scope.OrganizationId ?? filter.CustomerId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return reader.IsDBNull(0)
            ? null
            : new DayRange(
                Later(filter.Days.From, reader.GetFieldValue<DateTimeOffset>(0)), Earlier(filter.Days.Until, reader.GetFieldValue<DateTimeOffset>(1)));
    }

    private static DateTimeOffset Later(DateTimeOffset? asked, DateTimeOffset ran) => asked > ran ? asked.Value : ran;

    private static DateTimeOffset Earlier(DateTimeOffset? asked, DateTimeOffset ran) => asked < ran ? asked.Value : ran;
}
