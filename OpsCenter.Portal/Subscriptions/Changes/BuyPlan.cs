using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Checkouts;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Leads a customer to the payment of a plan or an upgrade. Nothing changes before the payment provider says that it was paid.</summary>
public sealed class BuyPlan(QuoteUpgrade quotes, StartCheckout checkouts)
{
    private const string Unavailable = "The payment provider does not answer. Nothing changed; try again in a moment.";

    /// <summary>A first plan, or one after an earlier one ended.</summary>
    /// <param name="actor">The owner.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="planVersionId">The version that was shown.</param>
    /// <param name="interval">How often its price is paid.</param>
    /// <param name="portal">The portal's address as the person reaches it.</param>
    /// <param name="cancellationToken">Nothing is paid then.</param>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public Task<BuyPlanOutcome> SubscribeAsync(
        Actor actor, Guid organizationId, Guid planVersionId, BillingInterval interval, Uri portal, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);

        return StartAsync(actor, organizationId, new CheckoutRequest.Subscribe(planVersionId, interval), portal, cancellationToken);
    }

    /// <summary>A dearer plan within the period, for what was shown; a price that is no longer right is refused.</summary>
    /// <param name="actor">The owner.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="shown">What was shown.</param>
    /// <param name="portal">The portal's address as the person reaches it.</param>
    /// <param name="cancellationToken">Nothing is paid then.</param>
    /// <exception cref="AccessDeniedException">The actor may not change this customer's subscription.</exception>
    public async Task<BuyPlanOutcome> UpgradeAsync(
        Actor actor, Guid organizationId, UpgradeQuote shown, Uri portal, CancellationToken cancellationToken)
    {
        SubscriptionAccess.Demand(actor, organizationId);

        return await quotes.HandleAsync(actor, organizationId, shown.ToPlanVersionId, cancellationToken) switch
        {
            UpgradeAnswer.Refused refused => new BuyPlanOutcome.Refused(refused.Message),
            UpgradeAnswer.Offered { Offer.Quote: var quote } when quote with { QuotedAt = shown.QuotedAt } != shown =>
                new BuyPlanOutcome.Refused("What it costs has changed since it was shown. Close this and look again."),
            _ => await StartAsync(actor, organizationId, new CheckoutRequest.Upgrade(shown), portal, cancellationToken),
        };
    }

    private async Task<BuyPlanOutcome> StartAsync(
        Actor actor, Guid organizationId, CheckoutRequest request, Uri portal, CancellationToken cancellationToken)
    {
        try
        {
            return await checkouts.HandleAsync(actor, organizationId, request, portal, cancellationToken) switch
            {
                StartCheckoutOutcome.Started started => new BuyPlanOutcome.PaymentPage(started.Url),
                StartCheckoutOutcome.Refused refused => new BuyPlanOutcome.Refused(refused.Reason),
                var outcome => throw new InvalidOperationException($"No words for {outcome}."),
            };
        }
        catch (GatewayUnavailableException)
        {
            return new BuyPlanOutcome.Refused(Unavailable);
        }
    }
}
