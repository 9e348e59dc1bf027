using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit.Pages;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Audit;

/// <summary>The audit trail as a file, with the states before and after as JSON.</summary>
public sealed class AuditExport(AuditQueries audit, TimeProvider clock) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "audit";

    private static readonly string[] Columns =
    [
        "entry_id", "at", "actor_kind", "actor", "actor_name", "action", "subject_type", "subject_id", "customer_id", "customer", "reason", "before",
        "after", "seal",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, audit.StreamAsync(actor, new AuditListAddress(query).FilterAt(clock.GetUtcNow()), cancellationToken).Select(Cells));

    private static CsvCell[] Cells(AuditRow row) =>
    [
        CsvCell.Id(row.Id),
        CsvCell.Time(row.At),
        CsvCell.Text(row.ActorKind),
        CsvCell.Text(row.ActorSubject),
        CsvCell.Text(row.ActorName),
        CsvCell.Text(row.Action),
        CsvCell.Text(row.SubjectType),
        CsvCell.Text(row.SubjectId),
        CsvCell.Id(row.CustomerId),
        CsvCell.Text(row.CustomerName),
        CsvCell.Text(row.Reason),
        CsvCell.Text(row.States.Before),
        CsvCell.Text(row.States.After),
        CsvCell.Number(row.Seal),
    ];
}
