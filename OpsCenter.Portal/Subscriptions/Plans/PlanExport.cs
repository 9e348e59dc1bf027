using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>The list of plans as a file.</summary>
public sealed class PlanExport(PlanQueries plans) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "plans";

    private static readonly string[] Columns =
    [
        "code", "version", "name", "currency", "monthly_price", "yearly_price", "once_price", "once_hours", "included", "seats",
        "customer_id", "archived_at", "subscribers", "on_older_versions", "monthly_recurring_revenue",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) => new(Columns, RowsAsync(actor, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await plans.ListAsync(actor, cancellationToken))
            yield return Cells(row);
    }

    private static CsvCell[] Cells(PlanRow row) =>
    [
        CsvCell.Text(row.Code),
        CsvCell.Number(row.Newest.Version),
        CsvCell.Text(row.Newest.Name),
        CsvCell.Text(row.Newest.Currency.Code),
        CsvCell.Number(row.Newest.MonthlyPrice?.Amount),
        CsvCell.Number(row.Newest.YearlyPrice?.Amount),
        CsvCell.Number(row.Newest.OncePrice?.Amount),
        CsvCell.Number(row.Newest.OnceHours),
        CsvCell.Number(row.Newest.Included.Amount),
        CsvCell.Number(row.Newest.Seats),
        CsvCell.Text(row.OrganizationId?.ToString()),
        CsvCell.Time(row.ArchivedAt),
        CsvCell.Number(row.Subscribers),
        CsvCell.Number(row.OnOlderVersions),
        CsvCell.Number(row.Monthly.Amount),
    ];
}
