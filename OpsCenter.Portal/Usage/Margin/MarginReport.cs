using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>What is left of what is charged.</summary>
/// <param name="Span">The period.</param>
/// <param name="By">By what it is broken down.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Floor">The least that shall be left.</param>
/// <param name="Currencies">One for each currency with jobs in the period; none for a period without jobs.</param>
/// <param name="HasJobs">Whether there has ever been a job.</param>
public sealed record MarginReport(
    OverviewSpan Span, MarginDimension By, DateTimeOffset ReadAt, MarginFloor Floor, ImmutableArray<CurrencyMargin> Currencies, bool HasJobs);
