using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>What the jobs of an agent cost, one by one.</summary>
/// <param name="Span">The period.</param>
/// <param name="Jobs">All its jobs, held and voided ones too.</param>
/// <param name="FailedJobs">Those that failed or were aborted.</param>
/// <param name="Histogram">Its priced jobs by price.</param>
/// <param name="Failures">What its failed jobs cost.</param>
/// <param name="Recent">The jobs of the last <see cref="AgentUseQueries.RecentDays"/> days by price, for trying ceilings.</param>
public sealed record AgentPrices(OverviewSpan Span, long Jobs, long FailedJobs, FeeHistogram Histogram, FailureCost Failures, FeeHistogram Recent)
{
    /// <summary>Succeeded jobs of a hundred, to one decimal; null without jobs.</summary>
    public decimal? SuccessPercent => Jobs == 0 ? null : Rounding.To((Jobs - FailedJobs) * 100m / Jobs, 1);
}
