using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>What the overview breaks its period down to, as a file: the largest agents, routes and customers.</summary>
public sealed class ShareExport(OverviewQueries overviews) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "overview";

    private static readonly string[] Columns =
    [
        "by", "name", "customer_id", "from", "until", "jobs", "failed_jobs", "held_jobs", "input_tokens", "output_tokens", "currency", "spend", "cost",
        "margin",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, RowsAsync(actor, OverviewWords.PeriodOf(query), cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(
        Actor actor, OverviewPeriod period, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var overview = await overviews.GetAsync(actor, period, OverviewScope.All, cancellationToken);

        foreach (var currency in overview.Currencies)
        {
            foreach (var share in currency.Shares)
                yield return Cells(overview.Span, currency.Currency, share);
        }
    }

    private static CsvCell[] Cells(OverviewSpan span, Currency currency, OverviewShare share) =>
    [
        CsvCell.Text(EnumText<OverviewDimension>.Of(share.Dimension)),
        CsvCell.Text(share.Name),
        CsvCell.Id(share.CustomerId),
        CsvCell.Time(span.From),
        CsvCell.Time(span.Until),
        CsvCell.Number(share.Figures.Jobs),
        CsvCell.Number(share.Figures.FailedJobs),
        CsvCell.Number(share.Figures.HeldJobs),
        CsvCell.Number(share.Figures.InputTokens),
        CsvCell.Number(share.Figures.OutputTokens),
        CsvCell.Text(currency.Code),
        CsvCell.Amount(share.Figures.Spend),
        CsvCell.Amount(share.Figures.Cost),
        CsvCell.Amount(share.Figures.Margin),
    ];
}
