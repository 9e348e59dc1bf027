using System.Collections.Immutable;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>What a customer's own keys did in a period.</summary>
/// <param name="Span">The period.</param>
/// <param name="Rows">By route and currency, the largest saving first.</param>
/// <param name="Totals">One sum for each currency.</param>
/// <param name="Fallbacks">The newest jobs that fell back to a paid route, at most <see cref="ByokQueries.MaxFallbacks"/>.</param>
/// <param name="HasMoreFallbacks">Whether there are more of them.</param>
public sealed record ByokStatement(
    OverviewSpan Span, ImmutableArray<ByokRow> Rows, ImmutableArray<ByokRow> Totals, ImmutableArray<FallbackRow> Fallbacks, bool HasMoreFallbacks);
