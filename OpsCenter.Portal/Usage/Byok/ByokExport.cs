using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview.Pages;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>What a customer's own keys did as a file: of the reader's own, or for operators of the one that the address names.</summary>
public sealed class ByokExport(ByokQueries statements) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "provider-keys";

    private static readonly string[] Columns = ["route", "from", "until", "jobs", "jobs_of_unknown_routes", "currency", "platform_fee", "model_fee_avoided"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) => new(Columns, RowsAsync(actor, query, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(Actor actor, UrlQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nobody's: then the query refuses.
        var organization = query.Id(JobListAddress.CustomerName) ?? (actor as Actor.User)?.OrganizationId ?? Guid.Empty;
        var statement = await statements.GetAsync(actor, organization, OverviewWords.PeriodOf(query), cancellationToken);

        foreach (var row in statement.Rows)
        {
            yield return
            [
                CsvCell.Text(row.Route),
                CsvCell.Time(statement.Span.From),
                CsvCell.Time(statement.Span.Until),
                CsvCell.Number(row.Jobs),
                CsvCell.Number(row.UnknownJobs),
                CsvCell.Text(row.PlatformFee.Currency.Code),
                CsvCell.Amount(row.PlatformFee),
                CsvCell.Amount(row.AvoidedFee),
            ];
        }
    }
}
