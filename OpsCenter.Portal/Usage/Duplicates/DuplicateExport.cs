using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Duplicates.Pages;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>Likely duplicates as a file.</summary>
public sealed class DuplicateExport(DuplicateQueries duplicates) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "duplicates";

    private static readonly string[] Columns =
        ["event_id", "original_event_id", "occurred_at", "seconds_apart", "customer_id", "customer", "source", "agent_name", "route", "currency", "total", "state"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, RowsAsync(actor, query.Choice<DuplicateState>(DuplicatesPage.StateName) ?? DuplicateState.Open, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, DuplicateState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var duplicate in await duplicates.ListAsync(actor, state, cancellationToken))
            yield return Cells(duplicate);
    }

    private static CsvCell[] Cells(LikelyDuplicate duplicate) =>
    [
        CsvCell.Id(duplicate.EventId),
        CsvCell.Id(duplicate.OriginalEventId),
        CsvCell.Time(duplicate.OccurredAt),
        CsvCell.Number(duplicate.SecondsApart),
        CsvCell.Id(duplicate.OrganizationId),
        CsvCell.Text(duplicate.CustomerName),
        CsvCell.Text(duplicate.Source),
        CsvCell.Text(duplicate.Agent),
        CsvCell.Text(duplicate.Route),
        CsvCell.Text(duplicate.Total.Currency.Code),
        CsvCell.Amount(duplicate.Total),
        CsvCell.Text(EnumText<DuplicateState>.Of(duplicate.State)),
    ];
}
