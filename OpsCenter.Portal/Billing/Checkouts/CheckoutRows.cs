using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Checkouts as rows.</summary>
internal static class CheckoutRows
{
    private const string Insert =
        """
        insert into checkouts (id, organization_id, purpose, details, amount, currency, created_at, created_by, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Lock = "select id, organization_id, purpose, details::text, amount, currency, state from checkouts where id = $1 for update";

    public static async Task InsertAsync(
        NpgsqlConnection connection, CheckoutRow row, string by, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(row.Id, row.OrganizationId, EnumText<CheckoutPurpose>.Of(row.Purpose));
        command.Parameters.AddJson(row.Details.ToJson());
        command.Parameters.AddAll(row.Amount.Amount, row.Amount.Currency.Code, now.UtcDateTime, by, expiresAt.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One of them, locked until the transaction ends; null when there is none.</summary>
    public static async Task<CheckoutRow?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        command.Parameters.AddAll(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new CheckoutRow(
                reader.GetGuid(0),
                reader.GetGuid(1),
                EnumText<CheckoutPurpose>.Parse(reader.GetString(2)),
                CheckoutDetails.Parse(reader.GetString(3)),
                new Money(reader.GetDecimal(4), Currency.Of(reader.GetString(5))),
                EnumText<CheckoutState>.Parse(reader.GetString(6)))
            : null;
    }

    public static async Task EndAsync(
        NpgsqlConnection connection, Guid id, CheckoutState state, string outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update checkouts set state = $2, outcome = $3, completed_at = $4 where id = $1", connection);
        command.Parameters.AddAll(id, EnumText<CheckoutState>.Of(state), outcome, state is CheckoutState.Expired ? null : now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
