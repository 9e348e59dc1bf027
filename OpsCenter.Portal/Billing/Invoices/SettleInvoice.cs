using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Has an open invoice paid because somebody asks for it, whoever charges cards.</summary>
public sealed class SettleInvoice(IBillingBackend backend)
{
    /// <summary>Charges the saved card once more; the outcome is on the invoice a moment later.</summary>
    /// <exception cref="AccessDeniedException">The actor may not pay for this customer.</exception>
    public Task<PaymentAnswer> RetryAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);

        return backend.RetryPaymentAsync(actor, organizationId, invoiceId, cancellationToken);
    }

    /// <summary>Opens the payment provider's page for the invoice.</summary>
    /// <param name="actor">Who pays.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="invoiceId">Its invoice.</param>
    /// <param name="portal">The portal's address as the person reaches it.</param>
    /// <param name="cancellationToken">A page that nobody is sent to closes by itself.</param>
    /// <exception cref="AccessDeniedException">The actor may not pay for this customer.</exception>
    public Task<PaymentAnswer> OpenPageAsync(Actor actor, Guid organizationId, Guid invoiceId, Uri portal, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);

        return backend.OpenPaymentPageAsync(actor, organizationId, invoiceId, portal, cancellationToken);
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageBilling);
}
