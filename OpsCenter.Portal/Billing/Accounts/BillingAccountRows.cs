using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Accounts;

/// <summary>Billing accounts as rows. A customer that has none yet has an empty one.</summary>
internal static class BillingAccountRows
{
    private const string Columns =
        "organization_id, gateway_customer, legal_name, email, line1, line2, postal_code, city, country, tax_id, carried, overage_cap";

    /// <summary>The account of a customer.</summary>
    public static Task<BillingAccount> FindAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken) =>
        ReadAsync(connection, $"select {Columns} from billing_accounts where organization_id = $1", organizationId, cancellationToken);

    /// <summary>The account of a customer, made when it is missing, and locked until the transaction ends.</summary>
    public static async Task<BillingAccount> LockAsync(
        NpgsqlConnection connection, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(
            "insert into billing_accounts (organization_id, changed_at) values ($1, $2) on conflict do nothing", connection))
        {
            command.Parameters.AddAll(organizationId, now.UtcDateTime);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return await ReadAsync(
            connection, $"select {Columns} from billing_accounts where organization_id = $1 for update", organizationId, cancellationToken);
    }

    /// <summary>Sets what the next invoice starts with; the caller has locked the account.</summary>
    public static async Task CarryAsync(
        NpgsqlConnection connection, Guid organizationId, decimal carried, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update billing_accounts set carried = $2, changed_at = $3 where organization_id = $1", connection);
        command.Parameters.AddAll(organizationId, carried, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<BillingAccount> ReadAsync(
        NpgsqlConnection connection, string statement, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(organizationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken)
            ? new BillingAccount
            {
                OrganizationId = reader.GetGuid(0),
                GatewayCustomer = reader.IsDBNull(1) ? null : reader.GetString(1),
                LegalName = reader.GetString(2),
                Email = reader.GetString(3),
                Line1 = reader.GetString(4),
                Line2 = reader.GetString(5),
                PostalCode = reader.GetString(6),
                City = reader.GetString(7),
                Country = reader.GetString(8),
                TaxId = reader.GetString(9),
                Carried = reader.GetDecimal(10),
                OverageCap = reader.IsDBNull(11) ? null : reader.GetDecimal(11),
            }
            : new BillingAccount { OrganizationId = organizationId };
    }
}
