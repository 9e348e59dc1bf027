using System.Text;
using Npgsql;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>
/// Writes the statements behind the list of jobs. Every value is a parameter; the text is put together from the constants below.
/// States that few jobs are in are read from the table that knows those few, so that no filter makes the list read everything. The jobs
/// of one customer are those reported for it and those that an operator gave to it, each found by an index of its own.
/// </summary>
internal sealed class JobListSql
{
    private const string Columns =
        """
        select e.event_id, e.occurred_at, coalesce(e.organization_id, h.organization_id), e.customer_ref, e.agent_name, e.route, e.byok, e.status,
            e.input_tokens, e.output_tokens, h.state, l.charges, l.reversals, l.currency, l.total,
        """;

    // Summed row by row as the list is walked, so it costs a page, not the ledger.
    private const string Ledger =
        """

        left join lateral (
            select count(*) filter (where kind = 'charge') charges, count(*) filter (where kind = 'reversal') reversals,
                max(seq) filter (where kind = 'reversal') last_reversal, min(currency) currency, sum(total) total, sum(cost) cost,
                min(rate_card_version) filter (where seq = 1) first_version
            from ledger_entries where event_id = e.event_id) l on true
        where true
        """;

    private const string Events = " from usage_events e left join holds h on h.event_id = e.event_id";
    private const string Holds = " from holds h join usage_events e on e.event_id = h.event_id and e.occurred_at = h.occurred_at";

    private const string Reversals =
        """

        from ledger_entries r
        join usage_events e on e.event_id = r.event_id and e.occurred_at = r.occurred_at
        left join holds h on h.event_id = e.event_id
        """;

    // Once per job, however many entries it has in the period.
    private const string Period =
        """

        from ledger_entries b
        join usage_events e on e.event_id = b.event_id and e.occurred_at = b.occurred_at
        left join holds h on h.event_id = e.event_id
        """;

    private const string FirstOfPeriod =
        " and b.seq = (select min(m.seq) from ledger_entries m where m.event_id = b.event_id and m.billing_period_id = b.billing_period_id)";

    private const string FirstUnbilled =
        " and b.billing_period_id is null and b.seq = (select min(m.seq) from ledger_entries m where m.event_id = b.event_id and m.billing_period_id is null)";

    private const string Assigned = " and h.assigned_at is not null";

    // Once per job, however often it was corrected.
    private const string LastReversal = " and r.kind = 'reversal' and r.seq = l.last_reversal";

    // Guid.CompareTo compares as PostgreSQL does: field by field, unsigned, from the front.
    private static readonly Comparer<Guid> DatabaseOrder = Comparer<Guid>.Default;

    private readonly NpgsqlBatchCommand command = new();
    private readonly StringBuilder text = new(Columns);
    private string key = "e";

    private JobListSql()
    {
    }

    /// <summary>
    /// Fills a batch with what reads one page and one row more, which tells whether there is another page. Of two statements each reads as
    /// many; <see cref="Merge"/> keeps the first of both.
    /// </summary>
    public static void Write(NpgsqlBatch batch, JobScope scope, JobFilter filter, Guid[]? ids, JobCursor? cursor, int rows)
    {
        var source = filter switch
        {
            { BillingPeriodId: not null } => (Driver: "b", Source: Period, Condition: $"{FirstOfPeriod}{(filter.State is { } state ? ConditionOf(state) : "")}"),
            { IsUnbilled: true } => (Driver: "b", Source: Period, Condition: $"{FirstUnbilled}{(filter.State is { } state ? ConditionOf(state) : "")}"),
            { State: { } chosen } => SourceOf(chosen),
            _ => (Driver: "e", Source: Events, Condition: ""),
        };
        batch.BatchCommands.Add(Statement(source, scope, filter, ids, cursor, rows));

        if (source.Driver is "e" && (scope.OrganizationId ?? filter.CustomerId) is not null)
            batch.BatchCommands.Add(Statement(("h", Holds, $"{Assigned}{source.Condition}"), scope, filter, ids, cursor, rows));
    }

    /// <summary>The first rows of a page and one more, out of those of two statements.</summary>
    public static List<JobRow> Merge(List<JobRow> rows, JobCursor? cursor, int size)
    {
        IEnumerable<JobRow> ordered = cursor is { Direction: JobCursorDirection.Newer }
            ? rows.OrderBy(row => row.OccurredAt).ThenBy(row => row.EventId, DatabaseOrder)
            : rows.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.EventId, DatabaseOrder);

        return [.. ordered.Take(size + 1)];
    }

    private static NpgsqlBatchCommand Statement(
        (string Driver, string Source, string Condition) source, JobScope scope, JobFilter filter, Guid[]? ids, JobCursor? cursor, int rows)
    {
        var sql = new JobListSql { key = source.Driver };
        sql.text.Append(scope.SeesCosts ? " l.cost, l.first_version" : " null::numeric, null::integer").Append(source.Source).Append(Ledger).Append(source.Condition);
        sql.WriteFilter(scope, filter, ids);
        sql.WritePosition(filter.Days, cursor, rows);
        sql.command.CommandText = sql.text.ToString();

        return sql.command;
    }

    private static (string Driver, string Source, string Condition) SourceOf(JobState state) => state switch
    {
        JobState.Priced => ("e", Events, " and coalesce(h.state, 'priced') = 'priced' and l.reversals = 0"),
        JobState.Held => ("h", Holds, " and h.state = 'open'"),
        JobState.WrittenOff => ("h", Holds, " and h.state = 'written_off'"),
        JobState.Repriced => ("r", Reversals, $"{LastReversal} and l.charges > l.reversals"),
        JobState.Voided => ("r", Reversals, $"{LastReversal} and l.charges = l.reversals"),
    };

    // Where the jobs of a period are read anyway, a state needs no source of its own.
    private static string ConditionOf(JobState state) => state switch
    {
        JobState.Priced => " and coalesce(h.state, 'priced') = 'priced' and l.reversals = 0",
        JobState.Held => " and h.state = 'open'",
        JobState.WrittenOff => " and h.state = 'written_off'",
        JobState.Repriced => " and l.reversals > 0 and l.charges > l.reversals",
        JobState.Voided => " and l.reversals > 0 and l.charges = l.reversals",
    };

    private void WriteFilter(JobScope scope, JobFilter filter, Guid[]? ids)
    {
        // Of a hold and of a ledger entry it is the customer that the job belongs to by now.
        Where($" and {key}.organization_id = ", scope.OrganizationId);
        Where($" and {key}.organization_id = ", filter.CustomerId);
        Where(" and b.billing_period_id = ", filter.BillingPeriodId);
        Where(" and e.agent_name = ", filter.Agent);
        Where(" and e.route = ", filter.Route);
        Where(" and e.member_ref = ", filter.Member);
        Where(" and e.tools @> jsonb_build_array(jsonb_build_object('tool', ", filter.Tool, "::text))");
        Where(" and e.status = ", filter.Outcome is { } outcome ? EnumText<JobStatus>.Of(outcome) : null);

        if (filter.Keys is { } keys)
            text.Append(keys is KeyUse.Own ? " and e.byok" : " and e.metadata ? 'byok_fallback' and not e.byok");

        if (ids is not null)
            text.Append(" and e.event_id = any(").Append(Parameter(ids)).Append(')');
    }

    private void WritePosition(DayRange days, JobCursor? cursor, int rows)
    {
        var (compare, bound, order) = (cursor?.Direction ?? JobCursorDirection.Older) switch
        {
            JobCursorDirection.Older => ("<", "<=", "desc"),
            JobCursorDirection.Newer => (">", ">=", "asc"),
        };
        Where($" and {key}.occurred_at >= ", days.From);
        Where($" and {key}.occurred_at < ", days.Until);

        if (cursor is not null)
        {
            // The second condition says nothing new, but it is the one that leaves whole months aside.
            var (moment, id) = (Parameter(cursor.OccurredAt), Parameter(cursor.EventId));
            text.Append($" and ({key}.occurred_at, {key}.event_id) {compare} ({moment}, {id}) and {key}.occurred_at {bound} {moment}");
        }

        text.Append($" order by {key}.occurred_at {order}, {key}.event_id {order} limit {Parameter(rows + 1)}");
    }

    private void Where(string condition, object? value, string end = "")
    {
        if (value is not null)
            text.Append(condition).Append(Parameter(value)).Append(end);
    }

    private string Parameter(object value)
    {
        command.Parameters.AddAll(value);

        return $"${command.Parameters.Count}";
    }
}
