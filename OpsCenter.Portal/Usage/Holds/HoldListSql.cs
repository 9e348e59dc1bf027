using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Writes the one statement behind the list of holds, and reads its rows. Every value is a parameter.</summary>
internal sealed class HoldListSql
{
    private const string Select =
        """
        select h.event_id, h.occurred_at, h.held_at, h.organization_id, h.customer_ref, h.assigned_at, e.agent_name, e.route, h.causes, h.exposure,
            h.currency, h.proposed_version, h.proposed_total, h.state, h.resolved_at, h.resolved_by, h.resolution
        from holds h join usage_events e on e.event_id = h.event_id and e.occurred_at = h.occurred_at
        where
        """;

    private readonly NpgsqlCommand command;
    private readonly StringBuilder text = new(Select);

    private HoldListSql(NpgsqlCommand command) => this.command = command;

    /// <summary>Fills a command with the statement of one page and one row more, which tells whether there is another page.</summary>
    public static void Write(NpgsqlCommand command, HoldFilter filter, JobCursor? cursor, int rows)
    {
        var sql = new HoldListSql(command);
        sql.text.Append(ConditionOf(filter.View));
        sql.WriteCauses(filter);
        sql.WriteCustomer(filter.Customer);
        sql.WritePosition(cursor, rows);
        command.CommandText = sql.text.ToString();
    }

    /// <summary>Reads a row; names are filled in later.</summary>
    public static HoldRow Read(NpgsqlDataReader reader)
    {
        var currency = Currency.Of(reader.GetString(10));

        return new HoldRow
        {
            EventId = reader.GetGuid(0),
            OccurredAt = reader.GetFieldValue<DateTimeOffset>(1),
            HeldAt = reader.GetFieldValue<DateTimeOffset>(2),
            CustomerId = reader.IsDBNull(3) ? null : reader.GetGuid(3),
            CustomerName = reader.GetString(4),
            CustomerRef = reader.GetString(4),
            CanBeAssigned = reader.IsDBNull(3) || !reader.IsDBNull(5),
            Agent = reader.GetString(6),
            Route = reader.GetString(7),
            Causes = StoredUsageColumns.ReadCauses(reader, 8),
            Exposure = new Money(reader.GetDecimal(9), currency),
            Proposal = reader.IsDBNull(11) ? null : new HoldProposal(reader.GetInt32(11), new Money(reader.GetDecimal(12), currency)),
            State = EnumText<HoldState>.Parse(reader.GetString(13)),
            ResolvedAt = reader.IsDBNull(14) ? null : reader.GetFieldValue<DateTimeOffset>(14),
            ResolvedBy = reader.IsDBNull(15) ? null : reader.GetString(15),
            Resolution = reader.IsDBNull(16) ? null : reader.GetString(16),
        };
    }

    private static string ConditionOf(HoldView view) => view switch
    {
        HoldView.Open => " h.state = 'open'",
        HoldView.Proposed => " h.state = 'open' and h.proposed_version is not null",
        HoldView.Priced => " h.state = 'priced'",
        HoldView.WrittenOff => " h.state = 'written_off'",
    };

    private void WriteCauses(HoldFilter filter)
    {
        var cause = new Dictionary<string, string>();

        if (filter.Reason is { } reason)
            cause["reason"] = EnumText<HoldReason>.Of(reason);

        if (filter.Subject is { } subject)
            cause["subject"] = subject;

        if (cause.Count == 0)
            return;

        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(new[] { cause }), NpgsqlDbType = NpgsqlDbType.Jsonb });
        text.Append($" and h.causes @> ${command.Parameters.Count}");
    }

    private void WriteCustomer(string? customer)
    {
        if (customer is null)
            return;

        text.Append($" and (h.customer_ref = {Parameter(customer)}");

        if (Guid.TryParse(customer, out var id))
            text.Append($" or h.organization_id = {Parameter(id)}");

        text.Append(')');
    }

    private void WritePosition(JobCursor? cursor, int rows)
    {
        var (compare, order) = (cursor?.Direction ?? JobCursorDirection.Older) switch
        {
            JobCursorDirection.Older => ("<", "desc"),
            JobCursorDirection.Newer => (">", "asc"),
        };

        if (cursor is not null)
            text.Append($" and (h.occurred_at, h.event_id) {compare} ({Parameter(cursor.OccurredAt)}, {Parameter(cursor.EventId)})");

        text.Append($" order by h.occurred_at {order}, h.event_id {order} limit {Parameter(rows + 1)}");
    }

    private string Parameter(object value)
    {
        command.Parameters.AddAll(value);

        return $"${command.Parameters.Count}";
    }
}
