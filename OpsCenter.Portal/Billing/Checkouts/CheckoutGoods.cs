using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>What was bought, in the transaction that notes the payment.</summary>
public sealed class CheckoutGoods(SubscriptionEngine engine)
{
    private const string Changed = "Your plan had changed meanwhile.";

    /// <summary>Gives it, and pays its invoice with the payment.</summary>
    /// <returns>Null when done, else why it is no longer possible.</returns>
    internal async Task<string?> GiveAsync(
        OpsCenterDbContext db, CheckoutRow checkout, (Guid Id, Money Amount)? payment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var (invoice, refusal) = await DoAsync(db, connection, checkout, now, cancellationToken);

        if (refusal is null && invoice is { } invoiceId && payment is { } paid)
        {
            await Settlements.PayAsync(connection, new Settlement(paid.Id, checkout.OrganizationId, invoiceId, paid.Amount), now, cancellationToken);
            await CheckoutPayments.AttachAsync(connection, paid.Id, invoiceId, cancellationToken);
        }

        return refusal;
    }

    private async Task<(Guid? InvoiceId, string? Refusal)> DoAsync(
        OpsCenterDbContext db, NpgsqlConnection connection, CheckoutRow checkout, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (checkout)
        {
            case { Purpose: CheckoutPurpose.Subscribe, Details: { SubscriptionId: { } subscription, PlanVersionId: { } version, Interval: { } interval } }:
                // What was shown and paid holds, whatever was chosen in another tab since.
                await PendingSubscriptions.ChooseAsync(connection, subscription, version, interval, cancellationToken);

                return await engine.ActivateAsync(db, subscription, now, cancellationToken) is { } first ? (first, null) : (null, Changed);

            case { Purpose: CheckoutPurpose.Upgrade, Details.Quote: { } quote }:
                var upgrade = await engine.UpgradeAsync(db, checkout.OrganizationId, quote, now, cancellationToken);

                return upgrade.Done ? (upgrade.InvoiceId, null) : (null, Changed);

            case { Purpose: CheckoutPurpose.PayInvoice, Details.InvoiceId: { } invoice }:
                var due = await InvoiceDues.LockAsync(connection, invoice, cancellationToken);

                return due.Due.Amount > 0 ? (invoice, null) : (null, "The invoice was paid meanwhile.");

            case { Purpose: CheckoutPurpose.AddCard }:
                return (null, null);

            default:
                throw new InvalidOperationException($"Checkout {checkout.Id} does not say what it is for.");
        }
    }
}
