using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>What versions of the rate card earned, from the roll-ups.</summary>
public sealed class VersionEarningsQueries(NpgsqlDataSource database)
{
    private const string Select =
        """
        select rate_card_version, currency, sum(jobs)::bigint, sum(llm_fee + agent_fee + tools_fee), sum(llm_cost + tools_cost)
        from version_rollups where rate_card_version = any($1)
        group by rate_card_version, currency
        having sum(jobs) <> 0
        """;

    /// <summary>By version; one that priced no job is absent.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the jobs of all customers.</exception>
    public async Task<IReadOnlyDictionary<int, VersionEarnings>> OfAsync(Actor actor, IEnumerable<int> versions, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(versions.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var earnings = new Dictionary<int, VersionEarnings>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var (version, currency) = (reader.GetInt32(0), Currency.Of(reader.GetString(1)));
            earnings[version] = new VersionEarnings(
                version, reader.GetInt64(2), Money.Fee(reader.GetDecimal(3), currency), Money.Fee(reader.GetDecimal(4), currency));
        }

        return earnings;
    }
}
