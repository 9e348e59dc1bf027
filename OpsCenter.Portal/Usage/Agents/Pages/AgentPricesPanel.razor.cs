using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Overview.Pages;

namespace OpsCenter.Portal.Usage.Agents.Pages;

/// <summary>What single jobs of one agent cost, and what a ceiling would have stopped.</summary>
public sealed partial class AgentPricesPanel
{
    private AgentPrices? prices;

    [Inject]
    public required AgentPriceQueries Prices { get; init; }

    [Parameter, EditorRequired]
    public required string Agent { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter, EditorRequired]
    public OverviewPeriod Period { get; set; }

    /// <summary>The agent's ceiling now; null for none.</summary>
    [Parameter]
    public decimal? Ceiling { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>A ceiling was chosen.</summary>
    [Parameter]
    public EventCallback<decimal> OnUseCeiling { get; set; }

    private string SuccessNote => prices is { Jobs: > 0 } known
        ? $"{OverviewWords.Count(known.FailedJobs)} of {OverviewWords.Count(known.Jobs)} failed or aborted"
        : "No jobs in this period";

    private string FailureNote => prices is { Failures: { Jobs: > 0 } failures }
        ? $"{OverviewWords.Count(failures.Jobs)} charged with {MoneyFormat.Rounded(failures.Fee)}"
        : "No failed job was charged";

    /// <inheritdoc />
    protected override async Task LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
            prices = await Prices.GetAsync(actor, Agent, Currency, Period, cancellationToken);
    }

    private string Price(int percent) => prices?.Histogram.Percentile(percent) is { } price ? MoneyFormat.Exact(price) : "—";
}
