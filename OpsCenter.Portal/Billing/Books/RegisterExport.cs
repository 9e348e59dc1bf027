using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Books.Pages;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>A register as a file; its address says which.</summary>
public sealed class RegisterExport(RegisterQueries registers) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "register";

    private static readonly string[] Columns =
        ["id", "number", "date", "customer_id", "customer", "invoice_id", "currency", "net", "tax", "total", "status"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken)
    {
        var address = new FinanceAddress(query);

        return new ExportSheet(Columns, registers.StreamAsync(actor, address.Register ?? Register.Invoices, address.Filter, cancellationToken).Select(Cells));
    }

    private static CsvCell[] Cells(RegisterRow row) =>
    [
        CsvCell.Id(row.Id),
        CsvCell.Text(row.Number),
        CsvCell.Text(row.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        CsvCell.Id(row.CustomerId),
        CsvCell.Text(row.Customer),
        CsvCell.Id(row.InvoiceId),
        CsvCell.Text(row.Total.Currency.Code),
        CsvCell.Amount(row.Net),
        CsvCell.Amount(row.Tax),
        CsvCell.Amount(row.Total),
        CsvCell.Text(row.Status),
    ];
}
