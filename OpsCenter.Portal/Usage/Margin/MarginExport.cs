using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Margin.Pages;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>Margins as a file.</summary>
public sealed class MarginExport(MarginQueries margins) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "margin";

    private static readonly string[] Columns =
        ["dimension", "name", "customer_id", "from", "until", "jobs", "currency", "revenue", "cost", "margin", "margin_percent", "below_floor"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, RowsAsync(actor, new MarginAddress(query), cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, MarginAddress address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var report = await margins.GetAsync(actor, address.By, address.Period, cancellationToken);

        foreach (var currency in report.Currencies)
        {
            foreach (var row in currency.Rows.Where(row => address.Search is not { } text || row.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) is true))
                yield return Cells(report, currency.Total.Revenue.Currency, row);
        }
    }

    private static CsvCell[] Cells(MarginReport report, Currency currency, MarginRow row) =>
    [
        CsvCell.Text(EnumText<MarginDimension>.Of(report.By)),
        CsvCell.Text(row.Name),
        CsvCell.Id(row.CustomerId),
        CsvCell.Time(report.Span.From),
        CsvCell.Time(report.Span.Until),
        CsvCell.Number(row.Jobs),
        CsvCell.Text(currency.Code),
        CsvCell.Amount(row.Revenue),
        CsvCell.Amount(row.Cost),
        CsvCell.Amount(row.Margin),
        CsvCell.Number(row.Percent),
        CsvCell.Flag(row.IsBelow(report.Floor)),
    ];
}
