using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Mails;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Pays invoices with money that came, in the caller's transaction: never more than is due, and what is too much is given back.</summary>
internal static class Settlements
{
    /// <summary>Allocates it, gives back the rest, and sends a receipt.</summary>
    public static async Task PayAsync(NpgsqlConnection connection, Settlement money, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = (await InvoiceDues.LockAsync(connection, money.InvoiceId, cancellationToken)).Due;
        var zero = Money.Zero(money.Amount.Currency);
        var takes = due < money.Amount ? Money.Max(due, zero) : money.Amount;

        if (takes > zero)
        {
            await InvoicePayments.AllocateAsync(connection, money.PaymentId, money.InvoiceId, takes, now, cancellationToken);
            await MailRequests.ReceiptAsync(connection, money.OrganizationId, money.PaymentId, now, cancellationToken);
        }

        if (money.Amount - takes is { Amount: > 0 } rest)
            await Refunds.RequestAsync(connection, new RefundRequest(money.PaymentId, rest, "More was paid than was due.", null, "payments"), now, cancellationToken);

        // The tax may have changed since the page was opened; the card is asked for what is missing.
        if (due > takes)
            await PaymentRequests.RequestAsync(connection, money.InvoiceId, automatic: true, now, cancellationToken);
    }
}
