using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Which routes, agents and tools are in use, from the roll-ups.</summary>
public sealed class RecentUseQueries(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Names =
        """
        (select 0 kind, route name from daily_rollups where day >= $1 and jobs > 0 group by route)
        union all
        (select 1, agent_name from daily_rollups where day >= $1 and jobs > 0 group by agent_name)
        union all
        (select 2, tool from tool_rollups where hour >= $2 and uses > 0 group by tool)
        """;

    /// <summary>What jobs of all customers named in the last <see cref="RecentUse.Days"/> days, by UTC day.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<RecentUse> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var from = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(-RecentUse.Days), TimeSpan.Zero);
        await using var command = database.CreateCommand(Names);
        command.Parameters.AddAll(DateOnly.FromDateTime(from.UtcDateTime), from);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = ImmutableHashSet.CreateBuilder<RateCardRowKey>();

        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(new RateCardRowKey(SectionOf(reader.GetInt32(0)), reader.GetString(1)));
        }

        return new RecentUse(names.ToImmutable(), names.Count > 0);
    }

    private static RateCardSection SectionOf(int kind) => kind switch
    {
        0 => RateCardSection.Routes,
        1 => RateCardSection.Agents,
        _ => RateCardSection.Tools,
    };
}
