using System.Runtime.CompilerServices;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Agents.Pages;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Agents;

/// <summary>The list of agents as a file.</summary>
public sealed class AgentExport(AgentQueries agents) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "agents";

    private static readonly string[] Columns =
    [
        "agent", "display_name", "description", "status", "rate_per_1k", "default_rate", "min_fee", "max_job_cost", "preferred_class", "failure_policy",
        "jobs_30_days", "tokens_30_days", "revenue_30_days", "currency",
    ];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken) => new(Columns, RowsAsync(actor, query, cancellationToken));

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(
        Actor actor, UrlQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in (await agents.ListAsync(actor, AgentAddress.Filter(query), cancellationToken)).Rows)
            yield return Cells(row);
    }

    private static CsvCell[] Cells(AgentRow row) =>
    [
        CsvCell.Text(row.Price.Name),
        CsvCell.Text(row.Price.DisplayName),
        CsvCell.Text(row.Price.Description),
        CsvCell.Text(EnumText<AgentState>.Of(row.State)),
        CsvCell.Number(row.RatePer1K),
        CsvCell.Flag(row.HasDefaultRate),
        CsvCell.Number(row.Price.MinFee),
        CsvCell.Number(row.Price.MaxJobCost),
        CsvCell.Text(row.Price.PreferredClass is { } preferred ? RateCardWords.Of(preferred) : null),
        CsvCell.Text(RateCardWords.Of(row.Price.FailurePolicy)),
        CsvCell.Number(row.Use.Jobs),
        CsvCell.Number(row.Use.Tokens),
        CsvCell.Amount(row.Use.Revenue),
        CsvCell.Text(row.Currency.Code),
    ];
}
