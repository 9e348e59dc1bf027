using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Charges the saved card for an open invoice at once, because somebody asks for it: pay now, or retry after a failure.</summary>
public sealed class PayInvoice(IDbContextFactory<OpsCenterDbContext> contexts, OutboxBell bell, TimeProvider clock)
{
    /// <summary>Asks for it; the outcome is on the invoice a moment later.</summary>
    /// <param name="actor">Who may manage the customer's billing.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="invoiceId">Its invoice.</param>
    /// <param name="cancellationToken">Nothing is asked for when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<PayInvoiceOutcome> HandleAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageBilling);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        switch (await InvoiceDues.FindAsync(connection, organizationId, invoiceId, cancellationToken))
        {
            case null:
                return new PayInvoiceOutcome.Refused("There is no such invoice.");
            case { Due.Amount: <= 0 }:
                return new PayInvoiceOutcome.Refused("Nothing is due on this invoice.");
            case { IsPaymentRunning: true }:
                return new PayInvoiceOutcome.Refused("A payment of this invoice is on its way. Wait a moment.");
        }

        if (!await HasCardAsync(connection, organizationId, cancellationToken))
            return new PayInvoiceOutcome.NeedsCheckout();

        if (await PaymentRequests.RequestAsync(connection, invoiceId, automatic: false, now, cancellationToken) is not { } paymentId)
            return new PayInvoiceOutcome.Refused("A payment of this invoice is on its way. Wait a moment.");

        AuditTrail.Append(db, actor, now, new AuditRecord("payment.requested", "payment", paymentId.ToString(), OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        bell.Ring();

        return new PayInvoiceOutcome.Requested();
    }

    private static async Task<bool> HasCardAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from payment_methods where organization_id = $1 and is_default)", connection);
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
