using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Backend;
using OpsCenter.Portal.Billing.Pages;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>The invoices of a customer as a file: of the reader's own, or for operators of the one that the address names.</summary>
public sealed class InvoiceExport(InvoiceQueries invoices) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "invoices";

    /// <summary>Part of the address: whose.</summary>
    public const string CustomerName = "customer";

    private static readonly string[] Columns =
        ["invoice_id", "number", "issued_at", "period_start", "period_end", "status", "currency", "total", "paid", "credited", "due"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken)
    {
        // Nobody's: then the query refuses.
        var organization = query.Id(CustomerName) ?? (actor as Actor.User)?.OrganizationId ?? Guid.Empty;
        var filter = new InvoiceListAddress(query).Filter;

        return new ExportSheet(Columns, invoices.StreamAsync(actor, organization, filter, cancellationToken).Select(Cells));
    }

    private static CsvCell[] Cells(InvoiceHead invoice) =>
    [
        CsvCell.Id(invoice.Id),
        CsvCell.Text(invoice.Number),
        CsvCell.Time(invoice.IssuedAt),
        CsvCell.Time(invoice.PeriodStart),
        CsvCell.Time(invoice.PeriodEnd),
        CsvCell.Text(EnumText<InvoiceBadge>.Of(invoice.Badge)),
        CsvCell.Text(invoice.Total.Currency.Code),
        CsvCell.Amount(invoice.Total),
        CsvCell.Amount(invoice.Paid),
        CsvCell.Amount(invoice.Credited),
        CsvCell.Amount(invoice.Due),
    ];
}
