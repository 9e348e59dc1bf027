using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Credits as a file: of one customer or of all.</summary>
public sealed class CreditExport(CreditQueries credits) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "credits";

    /// <summary>Part of the address: only this customer's.</summary>
    public const string CustomerName = "customer";

    private static readonly string[] Columns = ["credit_id", "customer_id", "given_at", "given_by", "job_event_id", "currency", "amount", "reason"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) =>
        new(Columns, credits.StreamAsync(actor, query.Id(CustomerName), cancellationToken).Select(Cells));

    private static CsvCell[] Cells(Credit credit) =>
    [
        CsvCell.Id(credit.Id),
        CsvCell.Id(credit.OrganizationId),
        CsvCell.Time(credit.GivenAt),
        CsvCell.Text(credit.GivenByName),
        CsvCell.Id(credit.JobEventId),
        CsvCell.Text(credit.Amount.Currency.Code),
        CsvCell.Amount(credit.Amount),
        CsvCell.Text(credit.Reason),
    ];
}
