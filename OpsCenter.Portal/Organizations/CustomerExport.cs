using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations.Pages;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations;

/// <summary>The list of customers as a file.</summary>
public sealed class CustomerExport(CustomerQueries customers) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "customers";

    private static readonly string[] Columns = ["customer_id", "name", "status", "created_at", "suspended_at"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken)
    {
        var filter = new CustomerFilter(
            query.Text(CustomersPage.SearchName),
            query.Choice<OrganizationStatus>(CustomersPage.StatusName),
            query.Choice<CustomerSort>(CustomersPage.SortName) ?? CustomerSort.Name);

        return new ExportSheet(Columns, customers.StreamAsync(actor, filter, cancellationToken).Select(Cells));
    }

    private static CsvCell[] Cells(CustomerRow row) =>
    [
        CsvCell.Id(row.Id),
        CsvCell.Text(row.Name),
        CsvCell.Text(EnumText<OrganizationStatus>.Of(row.Status)),
        CsvCell.Time(row.CreatedAt),
        CsvCell.Time(row.SuspendedAt),
    ];
}
