using Npgsql;
using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>Statements on the table of provider keys.</summary>
internal static class ProviderKeyTable
{
    private const string Columns =
        """
        select k.id, k.provider, k.name, k.last4, k.created_at, k.rotated_at, k.tested_at, k.test_outcome, k.test_detail, k.changed_at,
            (select max(audited_at) from provider_key_reads r where r.key_id = k.id), k.secret, k.changed_by
        from provider_keys k
        """;

    private const string Insert =
        """
        insert into provider_keys (id, organization_id, provider, name, last4, secret, created_at, created_by, changed_at, changed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8)
        on conflict (organization_id, provider) where removed_at is null do nothing
        """;

    // One row for each machine and key, so that the table stays small; the hour decides whether a read is news.
    private const string NoteReads =
        """
        insert into provider_key_reads as r (key_id, reader, audited_at) select id, $2, $3 from unnest($1::uuid[]) as id order by id
        on conflict (key_id, reader) do update set audited_at = excluded.audited_at where r.audited_at <= excluded.audited_at - interval '1 hour'
        returning key_id
        """;

    /// <summary>The keys in use of a customer with their stored secrets, by provider.</summary>
    public static async Task<List<StoredProviderKey>> ListAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{Columns} where k.organization_id = $1 and k.removed_at is null order by k.provider", connection);
        command.Parameters.AddAll(organizationId);

        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One key in use of a customer, locked until the transaction ends; null when there is none.</summary>
    public static async Task<StoredProviderKey?> LockAsync(NpgsqlConnection connection, Guid organizationId, Guid keyId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{Columns} where k.organization_id = $1 and k.id = $2 and k.removed_at is null for update of k", connection);
        command.Parameters.AddAll(organizationId, keyId);

        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Adds a key.</summary>
    /// <returns>False when the customer has one of this provider in use.</returns>
    public static async Task<bool> AddAsync(
        NpgsqlConnection connection, Guid organizationId, ProviderKey key, string secret, string by, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(key.Id, organizationId, key.Provider, key.Name, key.Last4, secret, key.CreatedAt.UtcDateTime, by);

        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Writes a key that was locked before.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="key">As it shall be.</param>
    /// <param name="secret">Its stored secret; null removes the key and erases the secret.</param>
    /// <param name="by">Who changed it.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public static async Task SaveAsync(NpgsqlConnection connection, ProviderKey key, string? secret, string by, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update provider_keys set name = $2, last4 = $3, secret = $4, rotated_at = $5, tested_at = $6, test_outcome = $7, test_detail = $8,
                changed_at = $9, changed_by = $10, removed_at = case when $4::text is null then $9::timestamptz end
            where id = $1
            """,
            connection);
        command.Parameters.AddAll(key.Id, key.Name, key.Last4);
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = secret });
        command.Parameters.Add(new NpgsqlParameter<DateTime?> { TypedValue = key.RotatedAt?.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime?> { TypedValue = key.TestedAt?.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = key.Test is { } test ? EnumText<ProviderKeyTestOutcome>.Of(test.Outcome) : null });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = key.Test?.Detail });
        command.Parameters.AddAll(key.ChangedAt.UtcDateTime, by);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes that a machine reads keys.</summary>
    /// <returns>Those whose reading is to be told in the audit trail.</returns>
    public static async Task<List<Guid>> NoteReadsAsync(
        NpgsqlConnection connection, Guid[] keyIds, string reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(NoteReads, connection);
        command.Parameters.AddAll(keyIds, reader, now.UtcDateTime);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var told = new List<Guid>();

        while (await rows.ReadAsync(cancellationToken))
            told.Add(rows.GetGuid(0));

        return told;
    }

    private static async Task<List<StoredProviderKey>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<StoredProviderKey>();

        while (await reader.ReadAsync(cancellationToken))
        {
            var test = reader.IsDBNull(7) ? null : new ProviderKeyTest(EnumText<ProviderKeyTestOutcome>.Parse(reader.GetString(7)), reader.GetString(8));
            var key = new ProviderKey(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), MomentAt(reader, 5),
                MomentAt(reader, 6), test, reader.GetFieldValue<DateTimeOffset>(9), MomentAt(reader, 10));
            keys.Add(new StoredProviderKey(key, reader.GetString(11), reader.GetString(12)));
        }

        return keys;
    }

    private static DateTimeOffset? MomentAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
