using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Billing.Cards;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Checkouts;

/// <summary>
/// Gives the customer what a completed checkout was for: once, whatever is told twice or late. What is no longer possible is given back.
/// </summary>
public sealed class FulfilCheckout(
    IDbContextFactory<OpsCenterDbContext> contexts, IPaymentGateway gateway, FollowCards cards, CheckoutGoods goods, LiveMarks marks, TimeProvider clock)
    : IInboxHandler
{
    private static readonly Actor.System Payments = new("payments");

    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.CheckoutCompleted;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        if (await gateway.FindCheckoutAsync(news.ObjectId, cancellationToken) is not { State: GatewayCheckoutState.Completed } page)
            return;

        var payment = page.PaymentId is { } paymentId ? await gateway.FindPaymentAsync(paymentId, cancellationToken) : null;

        // Money that is on its way is not there; the news comes again.
        if (payment is { State: GatewayPaymentState.Processing })
            throw new GatewayUnavailableException($"Payment {payment.Id} is still being processed.");

        if (await FulfilAsync(page, payment, cancellationToken) is not { } done)
            return;

        marks.Mark(LiveTopic.Billing);

        if (page.Card is { } card)
            await KeepCardAsync(done, page.Customer, card, cancellationToken);
    }

    private async Task<CheckoutRow?> FulfilAsync(GatewayCheckout page, GatewayPayment? payment, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var checkout = await CheckoutRows.LockAsync(connection, page.CheckoutId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no checkout {page.CheckoutId}.");

        if (checkout.State is CheckoutState.Completed or CheckoutState.Refused)
            return checkout;

        var paid = payment is { State: GatewayPaymentState.Succeeded }
            ? await CheckoutPayments.InsertAsync(connection, checkout, payment, now, cancellationToken)
            : (Guid?)null;
        var refusal = paid is null && checkout.Amount.Amount > 0
            ? "Nothing was paid."
            : await goods.GiveAsync(db, checkout, paid is { } id ? (id, payment!.Amount) : null, now, cancellationToken); // paid by it

        if (refusal is not null && paid is { } back)
            await Refunds.RequestAsync(connection, new RefundRequest(back, payment!.Amount, refusal, null, Payments.Subject), now, cancellationToken);

        var state = refusal is null ? CheckoutState.Completed : CheckoutState.Refused;
        await CheckoutRows.EndAsync(connection, checkout.Id, state, refusal ?? "", now, cancellationToken);
        AuditTrail.Append(db, Payments, now, new AuditRecord(
            refusal is null ? "checkout.completed" : "checkout.refused", "checkout", checkout.Id.ToString(), null,
            new { Purpose = EnumText<CheckoutPurpose>.Of(checkout.Purpose), checkout.Amount.Amount, Currency = checkout.Amount.Currency.Code },
            refusal ?? "", checkout.OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return checkout;
    }

    // Outside the transaction, for it writes at the provider; doing it again changes nothing.
    private async Task KeepCardAsync(CheckoutRow checkout, string customer, GatewayCard card, CancellationToken cancellationToken)
    {
        var saved = await gateway.ListCardsAsync(customer, cancellationToken);

        if (saved.Any(c => c.Id == card.Id) && (checkout.Details.MakeDefault || !saved.Any(c => c.IsDefault)))
            await gateway.SetDefaultCardAsync(customer, card.Id, cancellationToken);

        await cards.FollowAsync(checkout.OrganizationId, customer, cancellationToken);
    }
}
