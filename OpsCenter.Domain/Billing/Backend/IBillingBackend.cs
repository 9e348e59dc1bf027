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

    /// <summary>Tells what a customer subscribes to from now on. The same order again changes nothing.</summary>
    Task<BackendAnswer> PlaceOrderAsync(SubscriptionOrder order, CancellationToken cancellationToken);

    /// <summary>Tells what was used. The same events again, with the same ids and times, count once.</summary>
    Task<BackendAnswer> SendUsageAsync(MeteringBatch batch, CancellationToken cancellationToken);
}
