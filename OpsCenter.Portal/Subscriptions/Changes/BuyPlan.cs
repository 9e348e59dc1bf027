using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Leads a customer to the payment of a plan or an upgrade. Nothing changes before the payment provider says that it was paid.</summary>
public sealed class BuyPlan(QuoteUpgrade quotes)
{
    private const string NotConnected = "Payments are not connected yet.";

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

        return Task.FromResult<BuyPlanOutcome>(new BuyPlanOutcome.Refused(NotConnected));
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
            _ => new BuyPlanOutcome.Refused(NotConnected),
        };
    }
}
