using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>What operators see of the outbox and the inbox.</summary>
public sealed class IntegrationQueries(NpgsqlDataSource database)
{
    /// <summary>Most rows of a list.</summary>
    public const int MostRows = 20;

    // Sorted columns have an index each; what is done is only counted by its newest.
    private const string Counts =
        """
        select (select count(*) from outbox where done_at is null and dead_at is null),
            (select count(*) from webhook_inbox where processed_at is null and dead_at is null),
            (select max(done_at) from outbox),
            (select max(received_at) from webhook_inbox)
        """;

    private const string Outbox = "select 'outbox' as box, id::text, kind, key, created_at, due_at, attempts, last_error, done_at, dead_at from outbox";

    private const string Inbox =
        """
        select 'inbox' as box, event_id as id, type as kind, coalesce(payload ->> 'ObjectId', '') as key, received_at as created_at, due_at, attempts, last_error,
            processed_at as done_at, dead_at
        from webhook_inbox
        """;

    /// <summary>Everything the page shows.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see billing.</exception>
    public async Task<IntegrationView> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var dead = await RowsAsync($"select * from ({Outbox} where dead_at is not null union all {Inbox} where dead_at is not null) m order by dead_at desc", cancellationToken);
        var waiting = await RowsAsync(
            $"select * from ({Outbox} where done_at is null and dead_at is null union all {Inbox} where processed_at is null and dead_at is null) m order by due_at",
            cancellationToken);
        var mails = await RowsAsync($"{Outbox} where kind = '{MailMessage.Kind}' order by created_at desc", cancellationToken);
        await using var command = database.CreateCommand(Counts);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new IntegrationView(reader.GetInt64(0), reader.GetInt64(1), MomentAt(reader, 2), MomentAt(reader, 3), dead, waiting, mails);
    }

    private async Task<List<MessageRow>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{sql} limit {MostRows}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<MessageRow>();

        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new MessageRow(
                EnumText<MessageBox>.Parse(reader.GetString(0)),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetInt32(6),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                MomentAt(reader, 8)));
        }

        return rows;
    }

    private static DateTimeOffset? MomentAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
