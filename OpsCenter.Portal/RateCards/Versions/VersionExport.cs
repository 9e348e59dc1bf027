using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>The history of the rate card as a file.</summary>
public sealed class VersionExport(VersionQueries versions) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "rate-card-versions";

    private static readonly string[] Columns =
    [
        "version", "status", "effective_from", "until", "published_at", "published_by", "note", "base_version", "restored_version", "floor_reason",
        "jobs", "currency", "revenue", "cost", "margin",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) => new(Columns, RowsAsync(actor, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? below = null;

        do
        {
            var list = await versions.ListAsync(actor, below, cancellationToken);

            foreach (var row in list.Rows)
                yield return Cells(row);

            below = list.Older;
        }
        while (below is not null);
    }

    private static CsvCell[] Cells(VersionRow row)
    {
        var (head, earned) = (row.Published.Head, row.Earnings);

        return
        [
            CsvCell.Number(row.Version),
            CsvCell.Text(EnumText<VersionStatus>.Of(row.Status)),
            CsvCell.Time(row.Version == 1 ? null : head.EffectiveFrom),
            CsvCell.Time(row.Until),
            CsvCell.Time(head.PublishedAt),
            CsvCell.Text(row.Published.PublishedByName),
            CsvCell.Text(head.Note),
            CsvCell.Number(head.BaseVersion),
            CsvCell.Number(head.RestoredVersion),
            CsvCell.Text(head.FloorReason),
            CsvCell.Number(earned?.Jobs ?? 0L),
            CsvCell.Text(earned?.Revenue.Currency.Code),
            CsvCell.Amount(earned?.Revenue),
            CsvCell.Amount(earned?.Cost),
            CsvCell.Amount(earned?.Margin),
        ];
    }
}
