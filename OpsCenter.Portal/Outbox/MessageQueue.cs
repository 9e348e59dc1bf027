using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>
/// The outbox or the inbox as a queue. Claiming is a lease: the row is due again after a minute, so that a crash in the middle of the work
/// leaves it to somebody else, and no transaction is open while the outside is asked.
/// </summary>
/// <param name="name">Table.</param>
/// <param name="id">Expression of the identity.</param>
/// <param name="kind">Column that says who takes it.</param>
/// <param name="done">Column of the moment at which it was done.</param>
internal sealed class MessageQueue(string name, string id, string kind, string done)
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>What is to be done outside.</summary>
    public static MessageQueue Outbox { get; } = new("outbox", "id::text", "kind", "done_at");

    /// <summary>What came from outside.</summary>
    public static MessageQueue Inbox { get; } = new("webhook_inbox", "event_id", "type", "processed_at");

    private string ClaimSql =>
        $"""
        update {name} set due_at = $2, attempts = attempts + 1
        where ctid = any(array(
            select ctid from {name} where {done} is null and dead_at is null and due_at <= $1 order by due_at limit $3 for update skip locked))
        returning {id}, {kind}, payload::text, attempts
        """;

    /// <summary>Claims what is due.</summary>
    public async Task<List<DueMessage>> ClaimAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.AddAll(now.UtcDateTime, (now + Lease).UtcDateTime, MostAtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<DueMessage>();

        while (await reader.ReadAsync(cancellationToken))
            claimed.Add(new DueMessage(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));

        return claimed;
    }

    /// <summary>Notes that it is done.</summary>
    public Task DoneAsync(NpgsqlDataSource database, string messageId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync(database, $"update {name} set {done} = $2, last_error = null where {id} = $1 and {done} is null", cancellationToken, messageId, now.UtcDateTime);

    /// <summary>Notes why it failed, and when it is tried again; null: never, it is dead.</summary>
    public Task FailedAsync(
        NpgsqlDataSource database, string messageId, string error, DateTimeOffset now, DateTimeOffset? next, CancellationToken cancellationToken) =>
        next is { } due
            ? ExecuteAsync(
                database, $"update {name} set last_error = $2, due_at = $3 where {id} = $1 and {done} is null", cancellationToken, messageId, error, due.UtcDateTime)
            : ExecuteAsync(
                database, $"update {name} set last_error = $2, dead_at = $3 where {id} = $1 and {done} is null", cancellationToken, messageId, error, now.UtcDateTime);

    /// <summary>Makes a dead one due again, with all its tries before it.</summary>
    /// <returns>Whether there was a dead one.</returns>
    public async Task<bool> ReviveAsync(NpgsqlConnection connection, string messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"update {name} set dead_at = null, attempts = 0, due_at = $2 where {id} = $1 and dead_at is not null", connection);
        command.Parameters.AddAll(messageId, now.UtcDateTime);

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddAll(values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
