using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Reads held jobs, for looking and for changing.</summary>
internal static class HoldRows
{
    private const string Select =
        $"""
        select h.event_id, h.occurred_at, h.customer_ref, e.member_ref, h.causes, h.exposure, h.currency, h.rate_card_version, h.organization_id,
            h.assigned_at, h.tried_version, h.proposed_version, h.proposed_total, h.state, h.resolved_at, h.resolved_by, h.resolution,
            {StoredUsageColumns.Names}
        from holds h join usage_events e on e.event_id = h.event_id and e.occurred_at = h.occurred_at
        """;

    /// <summary>Ids of open holds on which a version was not tried yet, longest waiting first; they are locked, those that others have locked are left out.</summary>
    public static async Task<Guid[]> ClaimAsync(NpgsqlConnection connection, int version, int most, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select event_id from holds where state = 'open' and tried_version < $1
            order by tried_version, held_at limit $2 for update skip locked
            """,
            connection);
        command.Parameters.AddAll(version, most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));

        return [.. ids];
    }

    /// <summary>Held jobs by id, in the order of the ids, as they are once nobody else changes them; locked until the transaction ends.</summary>
    public static async Task<List<HeldJob>> LockAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        // Locked in one order by everyone who waits, so that two of them cannot wait for each other; then read as they are by then.
        await using (var command = new NpgsqlCommand("select from holds where event_id = any($1) order by event_id for update", connection))
        {
            command.Parameters.AddAll(ids);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return await FindAsync(connection, ids, cancellationToken);
    }

    /// <summary>Held jobs by id, in the order of the ids.</summary>
    public static async Task<List<HeldJob>> FindAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{Select} where h.event_id = any($1) order by h.event_id", connection);
        command.Parameters.AddAll(ids);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<HeldJob>(ids.Length);

        while (await reader.ReadAsync(cancellationToken))
            jobs.Add(Read(reader));

        return jobs;
    }

    private static HeldJob Read(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(6));

        return new HeldJob
        {
            EventId = reader.GetGuid(0),
            OccurredAt = reader.GetFieldValue<DateTimeOffset>(1),
            CustomerRef = reader.GetString(2),
            MemberRef = reader.IsDBNull(3) ? null : reader.GetString(3),
            Causes = StoredUsageColumns.ReadCauses(reader, 4),
            Exposure = new Money(reader.GetDecimal(5), currency),
            RateCardVersion = reader.GetInt32(7),
            OrganizationId = reader.IsDBNull(8) ? null : reader.GetGuid(8),
            AssignedAt = reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
            TriedVersion = reader.GetInt32(10),
            Proposal = reader.IsDBNull(11) ? null : new HoldProposal(reader.GetInt32(11), new Money(reader.GetDecimal(12), currency)),
            State = EnumText<HoldState>.Parse(reader.GetString(13)),
            ResolvedAt = reader.IsDBNull(14) ? null : reader.GetFieldValue<DateTimeOffset>(14),
            ResolvedBy = reader.IsDBNull(15) ? null : reader.GetString(15),
            Resolution = reader.IsDBNull(16) ? null : reader.GetString(16),
            Usage = StoredUsageColumns.Read(reader, 17),
        };
    }
}
