using OpsCenter.Domain.Accounts;

namespace OpsCenter.Domain.Billing.Backend;

/// <summary>
/// Who writes the invoices: our own engine, or a vendor's. Callers have checked who asks; what is about a customer names it, and nothing of
/// another customer is ever answered. What a vendor does later is answered as such: a file may not be ready, a change may only be taken on.
/// </summary>
public interface IBillingBackend
{
    /// <summary>One page of a customer's invoices, newest first. Drafts are never among them.</summary>
    /// <param name="organizationId">The customer.</param>
    /// <param name="filter">Which of them, and which page.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<InvoicePage> ListInvoicesAsync(Guid organizationId, InvoiceFilter filter, CancellationToken cancellationToken);

    /// <summary>An invoice with its lines and payments; null when the customer has none of that id.</summary>
    Task<BilledInvoice?> FindInvoiceAsync(Guid organizationId, Guid invoiceId, CancellationToken cancellationToken);

    /// <summary>An invoice as a PDF. Asked for the first time it may not be ready: then ask again in a moment.</summary>
    Task<InvoiceFile> FindFileAsync(Guid organizationId, Guid invoiceId, CancellationToken cancellationToken);

    /// <summary>The next invoice of a customer, if nothing more were used; null without a running period. It is a little behind where usage is counted elsewhere.</summary>
    Task<InvoiceDraft?> PreviewNextAsync(Guid organizationId, CancellationToken cancellationToken);

    /// <summary>Has the saved card charged for an open invoice; at best that is queued.</summary>
    /// <param name="actor">Who asks, for the audit trail; checked before.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="invoiceId">Its invoice.</param>
    /// <param name="cancellationToken">Whether it was asked for is unknown when it comes while a vendor works.</param>
    Task<PaymentAnswer> RetryPaymentAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken);

    /// <summary>Opens a page on which a person pays an open invoice, with any card, confirming it with the bank when that asks.</summary>
    /// <param name="actor">Who asks, for the audit trail; checked before.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="invoiceId">Its invoice.</param>
    /// <param name="portal">The portal's address as the person reaches it; they come back there.</param>
    /// <param name="cancellationToken">A page that nobody is sent to closes by itself.</param>
    Task<PaymentAnswer> OpenPaymentPageAsync(Actor actor, Guid organizationId, Guid invoiceId, Uri portal, CancellationToken cancellationToken);

    /// <summary>Tells what a customer subscribes to from now on. The same order again changes nothing.</summary>
    Task<BackendAnswer> PlaceOrderAsync(SubscriptionOrder order, CancellationToken cancellationToken);

    /// <summary>Tells what was used. The same events again, with the same ids and times, count once.</summary>
    Task<BackendAnswer> SendUsageAsync(MeteringBatch batch, CancellationToken cancellationToken);
}
