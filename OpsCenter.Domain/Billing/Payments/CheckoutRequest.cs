using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>What a customer wants to do on the payment provider's page. Nothing of it happens before the provider says that it was completed.</summary>
public abstract record CheckoutRequest
{
    private CheckoutRequest()
    {
    }

    /// <summary>Begin a plan.</summary>
    /// <param name="PlanVersionId">The version that was shown.</param>
    /// <param name="Interval">How often its price is paid.</param>
    public sealed record Subscribe(Guid PlanVersionId, BillingInterval Interval) : CheckoutRequest;

    /// <summary>Change to a dearer plan within the period.</summary>
    /// <param name="Quote">What was shown, which is what is paid.</param>
    public sealed record Upgrade(UpgradeQuote Quote) : CheckoutRequest;

    /// <summary>Pay what is due of an invoice.</summary>
    /// <param name="InvoiceId">The invoice.</param>
    public sealed record PayInvoice(Guid InvoiceId) : CheckoutRequest;

    /// <summary>Save a card; nothing is paid.</summary>
    /// <param name="MakeDefault">Whether renewals are charged to it from then on.</param>
    public sealed record AddCard(bool MakeDefault) : CheckoutRequest;
}
