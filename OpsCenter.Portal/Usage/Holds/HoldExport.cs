using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Holds.Pages;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>The list of holds as a file.</summary>
public sealed class HoldExport(HoldQueries holds) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "holds";

    private static readonly string[] Columns =
    [
        "receipt_id", "occurred_at", "held_at", "customer_id", "customer", "reported_customer", "agent", "route", "missing", "state", "currency",
        "estimate", "proposed_version", "proposed_total", "resolved_at", "resolved_by", "resolution",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, holds.StreamAsync(actor, new HoldListAddress(query).Filter, cancellationToken).Select(Cells));

    private static CsvCell[] Cells(HoldRow row) =>
    [
        CsvCell.Id(row.EventId),
        CsvCell.Time(row.OccurredAt),
        CsvCell.Time(row.HeldAt),
        CsvCell.Id(row.CustomerId),
        CsvCell.Text(row.CustomerName),
        CsvCell.Text(row.CustomerRef),
        CsvCell.Text(row.Agent),
        CsvCell.Text(row.Route),
        CsvCell.Text(HoldWords.Of(row.Causes)),
        CsvCell.Text(EnumText<HoldState>.Of(row.State)),
        CsvCell.Text(row.Exposure.Currency.Code),
        CsvCell.Amount(row.Exposure),
        CsvCell.Number(row.Proposal?.Version),
        CsvCell.Amount(row.Proposal?.Total),
        CsvCell.Time(row.ResolvedAt),
        CsvCell.Text(row.ResolvedBy),
        CsvCell.Text(row.Resolution),
    ];
}
