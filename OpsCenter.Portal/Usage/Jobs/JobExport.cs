using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Pages;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>The list of jobs as a file. Costs and margins have columns only in the files of those who may see them.</summary>
public sealed class JobExport(JobQueries jobs, TimeProvider clock) : IListExport
{
    /// <summary>Its name.</summary>
    public const string ListName = "jobs";

    private static readonly string[] Columns =
    [
        "receipt_id", "occurred_at", "customer_id", "customer", "agent", "route", "byok", "outcome", "input_tokens", "output_tokens", "state",
        "currency", "total",
    ];

    private static readonly string[] CostColumns = ["cost", "margin", "agent_was_disabled"];

    /// <inheritdoc />
    public string Name => ListName;

    /// <inheritdoc />
    public ExportSheet Open(Actor actor, UrlQuery query, CancellationToken cancellationToken)
    {
        var seesCosts = JobScope.Of(actor).SeesCosts;
        var rows = jobs.StreamAsync(actor, new JobListAddress(query).FilterAt(clock.GetUtcNow()), cancellationToken);

        return new ExportSheet(seesCosts ? [.. Columns, .. CostColumns] : Columns, rows.Select(row => Cells(row, seesCosts)));
    }

    private static CsvCell[] Cells(JobRow row, bool seesCosts)
    {
        CsvCell[] cells =
        [
            CsvCell.Id(row.EventId),
            CsvCell.Time(row.OccurredAt),
            CsvCell.Id(row.CustomerId),
            CsvCell.Text(row.CustomerName),
            CsvCell.Text(row.Agent),
            CsvCell.Text(row.Route),
            CsvCell.Flag(row.Byok),
            CsvCell.Text(EnumText<JobStatus>.Of(row.Outcome)),
            CsvCell.Number(row.InputTokens),
            CsvCell.Number(row.OutputTokens),
            CsvCell.Text(EnumText<JobState>.Of(row.State)),
            CsvCell.Text(row.Total?.Currency.Code),
            CsvCell.Amount(row.Total),
        ];

        return seesCosts ? [.. cells, CsvCell.Amount(row.Cost), CsvCell.Amount(row.Margin), CsvCell.Flag(row.AgentWasDisabled)] : cells;
    }
}
