using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Reads the invoices of a customer, whoever wrote them.</summary>
public sealed class InvoiceQueries(IBillingBackend backend)
{
    /// <summary>One page, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices.</exception>
    public Task<InvoicePage> ListAsync(Actor actor, Guid organizationId, InvoiceFilter filter, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);

        return backend.ListInvoicesAsync(organizationId, filter, cancellationToken);
    }

    /// <summary>All that match, newest first, a page at a time; page and page size of the filter are left aside.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices; thrown with the first row.</exception>
    public async IAsyncEnumerable<InvoiceHead> StreamAsync(
        Actor actor, Guid organizationId, InvoiceFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        InvoicePage page;
        var number = 1;

        do
        {
            page = await backend.ListInvoicesAsync(
                organizationId, filter with { Page = number++, PageSize = InvoiceFilter.MaxPageSize }, cancellationToken);

            foreach (var row in page.Rows)
                yield return row;
        }
        while (page.Page < page.Pages);
    }

    /// <summary>One invoice; null when the customer has none of that id.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices.</exception>
    public Task<BilledInvoice?> FindAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);

        return backend.FindInvoiceAsync(organizationId, invoiceId, cancellationToken);
    }

    /// <summary>One invoice as a PDF.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's invoices.</exception>
    public Task<InvoiceFile> FindFileAsync(Actor actor, Guid organizationId, Guid invoiceId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);

        return backend.FindFileAsync(organizationId, invoiceId, cancellationToken);
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
}
