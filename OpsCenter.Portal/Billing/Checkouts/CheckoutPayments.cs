using Npgsql;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>Payments that were made on the provider's page, in the caller's transaction.</summary>
internal static class CheckoutPayments
{
    private const string Insert =
        """
        insert into payments (id, organization_id, checkout_id, amount, currency, attempt, automatic, state, gateway_payment, created_at, settled_at)
        values ($1, $2, $3, $4, $5, 1, false, 'succeeded', $6, $7, $7)
        """;

    // A try of its own among those of the invoice.
    private const string Attach =
        """
        update payments set invoice_id = $2, attempt = 1 + (select coalesce(max(p.attempt), 0) from payments p where p.invoice_id = $2) where id = $1
        """;

    public static async Task<Guid> InsertAsync(
        NpgsqlConnection connection, CheckoutRow checkout, GatewayPayment payment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(now);
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(
            id, checkout.OrganizationId, checkout.Id, payment.Amount.Amount, payment.Amount.Currency.Code, payment.Id, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);

        return id;
    }

    /// <summary>Says which invoice it paid; the caller has locked that.</summary>
    public static async Task AttachAsync(NpgsqlConnection connection, Guid paymentId, Guid invoiceId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Attach, connection);
        command.Parameters.AddAll(paymentId, invoiceId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
