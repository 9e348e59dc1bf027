using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Billing.Invoices;

namespace OpsCenter.Portal.Adapters.Embedded;

/// <summary>Our own engine behind the port. It reads subscriptions and the ledger itself, so nothing has to be told to it.</summary>
internal sealed class EmbeddedBilling(InvoiceBook invoices, InvoicePreviews previews) : IBillingBackend
{
    // Whoever asks the port was checked before.
    private static readonly Actor.System Engine = new("billing");
    private static readonly BackendAnswer.NotNeeded ReadsSubscriptions = new("The engine reads the subscriptions of this database.");
    private static readonly BackendAnswer.NotNeeded ReadsLedger = new("The engine bills from the ledger, into which every job is posted with its period.");

    /// <inheritdoc />
    public Task<InvoicePage> ListInvoicesAsync(Guid organizationId, InvoiceFilter filter, CancellationToken cancellationToken) =>
        invoices.ListAsync(organizationId, filter, cancellationToken);

    /// <inheritdoc />
    public Task<BilledInvoice?> FindInvoiceAsync(Guid organizationId, Guid invoiceId, CancellationToken cancellationToken) =>
        invoices.FindAsync(organizationId, invoiceId, cancellationToken);

    /// <inheritdoc />
    public async Task<InvoiceFile> FindFileAsync(Guid organizationId, Guid invoiceId, CancellationToken cancellationToken) =>
        await invoices.FindAsync(organizationId, invoiceId, cancellationToken) is { } invoice
            ? new InvoiceFile.Ready($"{invoice.Head.Number}.pdf", InvoicePdf.Write(invoice))
            : new InvoiceFile.Missing();

    /// <inheritdoc />
    public Task<InvoiceDraft?> PreviewNextAsync(Guid organizationId, CancellationToken cancellationToken) =>
        previews.NextAsync(Engine, organizationId, cancellationToken);

    /// <inheritdoc />
    public Task<BackendAnswer> PlaceOrderAsync(SubscriptionOrder order, CancellationToken cancellationToken) =>
        Task.FromResult<BackendAnswer>(ReadsSubscriptions);

    /// <inheritdoc />
    public Task<BackendAnswer> SendUsageAsync(MeteringBatch batch, CancellationToken cancellationToken) =>
        Task.FromResult<BackendAnswer>(ReadsLedger);
}
