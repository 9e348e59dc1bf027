using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Suggests agents and routes from the reader's recent jobs. Others can still be typed; reading all jobs for a menu would not be worth it.</summary>
public sealed class JobChoiceQueries(NpgsqlDataSource database)
{
    private const int RecentJobs = 5_000;
    private const int MaxNames = 200;

    /// <summary>Distinct names among the recent jobs the actor may see.</summary>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<JobChoices> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);
        await using var command = database.CreateCommand(
            $"""
            with recent as (
                select agent_name, route from usage_events{(scope.OrganizationId is null ? "" : " where organization_id = $3")}
                order by occurred_at desc, event_id desc limit $1)
            (select 0 kind, agent_name name from recent group by agent_name order by agent_name limit $2)
            union all
            (select 1, route from recent group by route order by route limit $2)
            """);
        command.Parameters.AddAll(RecentJobs, MaxNames);

        if (scope.OrganizationId is { } organization)
            command.Parameters.AddAll(organization);

        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<JobChoices> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var (agents, routes) = (new List<string>(), new List<string>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        while (await reader.ReadAsync(cancellationToken))
            (reader.GetInt32(0) == 0 ? agents : routes).Add(reader.GetString(1));

        return new JobChoices(agents, routes);
    }
}
