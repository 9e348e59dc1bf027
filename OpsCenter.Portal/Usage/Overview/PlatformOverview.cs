using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>What operators see first.</summary>
/// <param name="Span">The period and what it is compared with.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Currencies">One for each currency that has ever been used; none before the first job.</param>
public sealed record PlatformOverview(OverviewSpan Span, DateTimeOffset ReadAt, ImmutableArray<CurrencyOverview> Currencies);
