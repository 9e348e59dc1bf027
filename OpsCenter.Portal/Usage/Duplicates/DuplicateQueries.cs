using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>Reads likely duplicates.</summary>
public sealed class DuplicateQueries(NpgsqlDataSource database, CustomerQueries customers)
{
    /// <summary>Most that are listed.</summary>
    public const int MaxListed = 1_000;

    private const string Select =
        """
        select d.event_id, d.original_event_id, d.occurred_at,
            extract(epoch from e.received_at - (select o.received_at from usage_events o where o.event_id = d.original_event_id))::integer,
            d.organization_id, e.source, e.agent_name, e.route, l.total, l.currency, d.state
        from likely_duplicates d
        join usage_events e on e.event_id = d.event_id and e.occurred_at = d.occurred_at
        cross join lateral (select sum(total) as total, min(currency) as currency from ledger_entries where event_id = d.event_id) l
        where d.state = $1
        order by d.found_at desc, d.event_id desc
        limit $2
        """;

    /// <summary>The newest of a state.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all jobs.</exception>
    public async Task<ImmutableArray<LikelyDuplicate>> ListAsync(Actor actor, DuplicateState state, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
        var found = await ReadAsync(state, cancellationToken);
        var names = await customers.NamesAsync(actor, found.Select(duplicate => duplicate.OrganizationId), cancellationToken);

        return [.. found.Select(duplicate => duplicate with { CustomerName = names.GetValueOrDefault(duplicate.OrganizationId, "") })];
    }

    private async Task<List<LikelyDuplicate>> ReadAsync(DuplicateState state, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(EnumText<DuplicateState>.Of(state), MaxListed);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<LikelyDuplicate>();

        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new LikelyDuplicate(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.GetInt32(3),
                reader.GetGuid(4),
                "",
                reader.GetString(5),
                reader.GetString(6),
                reader.GetString(7),
                new Money(reader.GetDecimal(8), Currency.Of(reader.GetString(9))),
                EnumText<DuplicateState>.Parse(reader.GetString(10))));
        }

        return found;
    }
}
