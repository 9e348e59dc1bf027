using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Own.Pages;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>The breakdown of a customer's usage as a file: of the reader's own, or for operators of the one that the address names.</summary>
public sealed class OwnUsageExport(OwnUsageQueries usages) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "usage";

    private static readonly string[] Columns =
        ["by", "name", "from", "until", "jobs", "failed_jobs", "input_tokens", "output_tokens", "units", "currency", "spend"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) => new(Columns, RowsAsync(actor, query, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, UrlQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = new OwnUsageAddress(query);
        // Nobody's: then the query refuses.
        var organization = address.CustomerId ?? (actor as Actor.User)?.OrganizationId ?? Guid.Empty;
        var usage = await usages.GetAsync(actor, organization, address.Period, address.Dimension, cancellationToken, int.MaxValue);

        foreach (var share in usage.Currencies.SelectMany(currency => currency.Shares))
            yield return Cells(usage, share);
    }

    private static CsvCell[] Cells(OwnUsage usage, OwnShare share) =>
    [
        CsvCell.Text(EnumText<OwnDimension>.Of(usage.Dimension)),
        CsvCell.Text(share.Name),
        CsvCell.Time(usage.Span.From),
        CsvCell.Time(usage.Span.Until),
        CsvCell.Number(share.Figures.Jobs),
        // Roll-ups of tools do not know how the jobs ended, nor their tokens.
        usage.Dimension is OwnDimension.Tool ? default : CsvCell.Number(share.Figures.FailedJobs),
        usage.Dimension is OwnDimension.Tool ? default : CsvCell.Number(share.Figures.InputTokens),
        usage.Dimension is OwnDimension.Tool ? default : CsvCell.Number(share.Figures.OutputTokens),
        usage.Dimension is OwnDimension.Tool ? CsvCell.Number(share.Figures.Units) : default,
        CsvCell.Text(share.Figures.Spend.Currency.Code),
        CsvCell.Amount(share.Figures.Spend),
    ];
}
