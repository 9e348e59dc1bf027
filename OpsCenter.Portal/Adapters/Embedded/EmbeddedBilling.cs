using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Billing.Documents;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded;

/// <summary>Our own engine behind the port. It reads subscriptions and the ledger itself, so nothing has to be told to it.</summary>
internal sealed class EmbeddedBilling(InvoiceBook invoices, InvoicePreviews previews, PayInvoice pay, StartCheckout checkouts) : IBillingBackend
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
    public async Task<PaymentAnswer> RetryPaymentAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken) =>
        await pay.HandleAsync(actor, organizationId, invoiceId, cancellationToken) switch
        {
            PayInvoiceOutcome.Requested => new PaymentAnswer.Queued(),
            PayInvoiceOutcome.NeedsCheckout => new PaymentAnswer.NoCard(),
            PayInvoiceOutcome.Refused refused => new PaymentAnswer.Refused(refused.Reason),
            var outcome => throw new InvalidOperationException($"No answer for {outcome}."),
        };

    /// <inheritdoc />
    public async Task<PaymentAnswer> OpenPaymentPageAsync(
        Actor actor, Guid organizationId, Guid invoiceId, Uri portal, CancellationToken cancellationToken)
    {
        try
        {
            return await checkouts.HandleAsync(actor, organizationId, new CheckoutRequest.PayInvoice(invoiceId), portal, cancellationToken) switch
            {
                StartCheckoutOutcome.Started started => new PaymentAnswer.Page(started.Url),
                StartCheckoutOutcome.Refused refused => new PaymentAnswer.Refused(refused.Reason),
                var outcome => throw new InvalidOperationException($"No answer for {outcome}."),
            };
        }
        catch (GatewayUnavailableException)
        {
            return new PaymentAnswer.Refused("The payment provider does not answer right now. Nothing was paid; try again in a moment.");
        }
    }

    /// <inheritdoc />
    public Task<BackendAnswer> PlaceOrderAsync(SubscriptionOrder order, CancellationToken cancellationToken) =>
        Task.FromResult<BackendAnswer>(ReadsSubscriptions);

    /// <inheritdoc />
    public Task<BackendAnswer> SendUsageAsync(MeteringBatch batch, CancellationToken cancellationToken) =>
        Task.FromResult<BackendAnswer>(ReadsLedger);
}
