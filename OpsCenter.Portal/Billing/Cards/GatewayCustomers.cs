using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>The one customer that an organisation has at the payment provider.</summary>
public sealed class GatewayCustomers(NpgsqlDataSource database, IPaymentGateway gateway, TimeProvider clock)
{
    // The key makes two that ask at once get the same customer.
    private const string Keep =
        """
        insert into billing_accounts (organization_id, gateway_customer, changed_at) values ($1, $2, $3)
        on conflict (organization_id) do update set gateway_customer = coalesce(billing_accounts.gateway_customer, excluded.gateway_customer)
        returning gateway_customer
        """;

    /// <summary>Its id there; null before the first contact.</summary>
    internal async Task<string?> FindAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return (await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken)).GatewayCustomer;
    }

    /// <summary>Its id there, made known when it is not. Never within a transaction.</summary>
    internal async Task<string> EnsureAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var account = await BillingAccountRows.FindAsync(connection, organizationId, cancellationToken);

        if (account.GatewayCustomer is { } known)
            return known;

        var name = await CustomerNames.OfAsync(connection, organizationId, cancellationToken);
        var made = await gateway.CreateCustomerAsync(new GatewayCustomer(organizationId, name, account.Email), $"cus-{organizationId}-v1", cancellationToken);
        await using var command = new NpgsqlCommand(Keep, connection);
        command.Parameters.AddAll(organizationId, made, clock.GetUtcNow().UtcDateTime);

        return (string)(await command.ExecuteScalarAsync(cancellationToken) ?? throw new InvalidOperationException("The account vanished."));
    }

    /// <summary>Whose customer an id there is; null when it is nobody's.</summary>
    internal async Task<Guid?> OrganizationOfAsync(string gatewayCustomer, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select organization_id from billing_accounts where gateway_customer = $1");
        command.Parameters.AddAll(gatewayCustomer);

        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }
}
