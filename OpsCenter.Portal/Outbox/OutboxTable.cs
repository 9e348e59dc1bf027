using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>Leaves work for the outside in the transaction that wants it done: what is not committed is not sent, what is committed is not forgotten.</summary>
internal static class OutboxTable
{
    private const string Insert =
        """
        insert into outbox (id, kind, key, payload, created_at, due_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (key) do nothing
        """;

    /// <summary>Adds a message; one with the same key is added once.</summary>
    /// <param name="connection">In the caller's transaction.</param>
    /// <param name="kind">Which handler takes it: <c>payment.charge</c>.</param>
    /// <param name="key">Identity of the work: <c>pay-…</c>.</param>
    /// <param name="payload">What the handler needs, as JSON; no secrets.</param>
    /// <param name="now">When it is added.</param>
    /// <param name="cancellationToken">Nothing is added when it comes before the commit.</param>
    /// <param name="dueAt">Not to be tried earlier; null: at once.</param>
    public static async Task EnqueueAsync(
        NpgsqlConnection connection,
        string kind,
        string key,
        object payload,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        DateTimeOffset? dueAt = null)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(Guid.CreateVersion7(now), kind, key);
        command.Parameters.AddJson(payload);
        command.Parameters.AddAll(now.UtcDateTime, (dueAt ?? now).UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
