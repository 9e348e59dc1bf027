using System.Text;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Audit;

/// <summary>Writes the one statement behind the list of entries, and reads its rows. Every value is a parameter.</summary>
internal sealed class AuditListSql
{
    // A reader types words as the page shows them; the stored action has dots and underscores between them.
    private const string Matches =
        """
         and (strpos(lower(e.action), lower($1)) > 0 or strpos(translate(e.action, '._', '  '), lower($1)) > 0
            or strpos(lower(e.subject_id), lower($1)) > 0 or strpos(lower(e.reason), lower($1)) > 0)
        """;

    private const string Select =
        """
        select e.id, e.at, e.actor_kind, e.actor_subject, e.organization_id, e.action, e.subject_type, e.subject_id, e.reason, s.seq, e.before::text, e.after::text
        from audit_entries e left join audit_seals s on s.audit_id = e.id
        where true
        """;

    private readonly NpgsqlCommand command;
    private readonly StringBuilder text = new(Select);

    private AuditListSql(NpgsqlCommand command) => this.command = command;

    /// <summary>Fills a command with the statement of one page and one row more, which tells whether there is another page.</summary>
    public static void Write(NpgsqlCommand command, AuditFilter filter, JobCursor? cursor, int rows)
    {
        var sql = new AuditListSql(command);

        if (filter.Text is { } sought)
        {
            command.Parameters.AddAll(sought);
            sql.text.Append(Matches);
        }

        sql.Where("e.actor_subject =", filter.Actor);
        sql.Where("e.organization_id =", filter.CustomerId);
        sql.Where("e.at >=", filter.Days.From);
        sql.Where("e.at <", filter.Days.Until);
        sql.WritePosition(cursor, rows);
        command.CommandText = sql.text.ToString();
    }

    /// <summary>Reads a row; names are filled in later.</summary>
    public static AuditRow Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        At = reader.GetFieldValue<DateTimeOffset>(1),
        ActorKind = reader.GetString(2),
        ActorSubject = reader.GetString(3),
        CustomerId = reader.IsDBNull(4) ? null : reader.GetGuid(4),
        Action = reader.GetString(5),
        SubjectType = reader.GetString(6),
        SubjectId = reader.GetString(7),
        Reason = reader.GetString(8),
        States = new AuditStates(reader.IsDBNull(10) ? null : reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetString(11)),
        Seal = reader.IsDBNull(9) ? null : reader.GetInt64(9),
    };

    private void WritePosition(JobCursor? cursor, int rows)
    {
        var (compare, order) = (cursor?.Direction ?? JobCursorDirection.Older) switch
        {
            JobCursorDirection.Older => ("<", "desc"),
            JobCursorDirection.Newer => (">", "asc"),
        };

        if (cursor is not null)
            text.Append($" and (e.at, e.id) {compare} ({Parameter(cursor.OccurredAt)}, {Parameter(cursor.EventId)})");

        text.Append($" order by e.at {order}, e.id {order} limit {Parameter(rows + 1)}");
    }

    private void Where(string condition, object? value)
    {
        if (value is not null)
            text.Append($" and {condition} {Parameter(value)}");
    }

    private string Parameter(object value)
    {
        command.Parameters.AddAll(value);

        return $"${command.Parameters.Count}";
    }
}
