using System.Text.Json;
using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>The memory of the test gateway, within a transaction of its own.</summary>
internal sealed class TestMemory(NpgsqlConnection connection, DateTimeOffset now)
{
    private const string Upsert =
        """
        insert into test_gateway_objects (id, kind, customer, body, created_at) values ($1, $2, $3, $4, $5)
        on conflict (id) do update set body = excluded.body
        """;

    /// <summary>An id in the manner of providers, sorted by time.</summary>
    public string NewId(string prefix) => $"{prefix}_test_{Guid.CreateVersion7(now):N}";

    /// <summary>One object, locked until the transaction ends.</summary>
    public async Task<T?> LockAsync<T>(string id, CancellationToken cancellationToken) where T : class
    {
        await using var command = new NpgsqlCommand("select body::text from test_gateway_objects where id = $1 and kind = $2 for update", connection);
        command.Parameters.AddAll(id, KindOf<T>());

        return await command.ExecuteScalarAsync(cancellationToken) is string json ? JsonSerializer.Deserialize<T>(json) : null;
    }

    /// <summary>The objects of a customer, oldest first.</summary>
    public async Task<List<T>> ListAsync<T>(string customer, CancellationToken cancellationToken) where T : class
    {
        await using var command = new NpgsqlCommand(
            "select body::text from test_gateway_objects where customer = $1 and kind = $2 order by id limit 100", connection);
        command.Parameters.AddAll(customer, KindOf<T>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();

        while (await reader.ReadAsync(cancellationToken))
            found.Add(JsonSerializer.Deserialize<T>(reader.GetString(0)) ?? throw new InvalidOperationException("An object is empty."));

        return found;
    }

    /// <summary>Adds or replaces an object.</summary>
    public async Task PutAsync<T>(string id, string? customer, T body, CancellationToken cancellationToken) where T : class
    {
        await using var command = new NpgsqlCommand(Upsert, connection);
        command.Parameters.AddAll(id, KindOf<T>(), customer);
        command.Parameters.AddJson(body);
        command.Parameters.AddAll(now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Leaves news to be delivered.</summary>
    public async Task TellAsync(string type, string objectId, CancellationToken cancellationToken, DateTimeOffset? dueAt = null)
    {
        var id = NewId("evt");
        var body = new { id, @object = "event", created = now.ToUnixTimeSeconds(), livemode = false, type, data = new { @object = new { id = objectId } } };
        await using var command = new NpgsqlCommand(
            "insert into test_gateway_events (id, type, payload, created_at, due_at) values ($1, $2, $3, $4, $5)", connection);
        command.Parameters.AddAll(id, type, JsonSerializer.Serialize(body), now.UtcDateTime, (dueAt ?? now).UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Answers what was answered to the same key before; another question under it is refused.</summary>
    public async Task<T?> RecallAsync<T>(string key, string fingerprint, CancellationToken cancellationToken) where T : class
    {
        await using (var queue = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection))
        {
            queue.Parameters.AddAll("test-gateway:" + key);
            await queue.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand("select fingerprint, answer::text from test_gateway_requests where idempotency_key = $1", connection);
        command.Parameters.AddAll(key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        return reader.GetString(0) == fingerprint
            ? JsonSerializer.Deserialize<T>(reader.GetString(1))
            : throw new Domain.Billing.Payments.GatewayRefusedException("idempotency_error", $"The key {key} was used for another request.");
    }

    /// <summary>Keeps the answer to a key.</summary>
    public async Task KeepAsync<T>(string key, string fingerprint, T answer, CancellationToken cancellationToken) where T : class
    {
        await using var command = new NpgsqlCommand(
            "insert into test_gateway_requests (idempotency_key, fingerprint, answer, created_at) values ($1, $2, $3, $4)", connection);
        command.Parameters.AddAll(key, fingerprint);
        command.Parameters.AddJson(answer);
        command.Parameters.AddAll(now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string KindOf<T>() => JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name);
}
