using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>Reads what agents are used for from the daily roll-ups.</summary>
public sealed class AgentUseQueries(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Days that <see cref="RecentAsync"/> counts, today included.</summary>
    public const int RecentDays = 30;

    private const string Recent =
        """
        select agent_name, sum(jobs)::bigint, sum(input_tokens + output_tokens)::bigint, sum(llm_fee + agent_fee + tools_fee)
        from daily_rollups where day > $1 and currency = $2 and ($3::text is null or agent_name = $3)
        group by agent_name
        """;

    /// <summary>The last <see cref="RecentDays"/> days in one currency, by agent; agents without jobs are not among them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="currency">The card's currency.</param>
    /// <param name="agent">One agent; null for all.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<IReadOnlyDictionary<string, AgentUse>> RecentAsync(Actor actor, Currency currency, string? agent, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        await using var command = database.CreateCommand(Recent);
        command.Parameters.AddAll(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-RecentDays), currency.Code);
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = agent });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<string, AgentUse>(StringComparer.Ordinal);

        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetString(0), new AgentUse(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), new Money(reader.GetDecimal(3), currency)));

        return found;
    }
}
