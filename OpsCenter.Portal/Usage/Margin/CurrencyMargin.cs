using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>The margins of one currency. An installation has one; amounts of several are never added.</summary>
/// <param name="Total">The whole period; of tools, what is charged for tools.</param>
/// <param name="Rows">By revenue, largest first; at most <see cref="MarginQueries.MaxRows"/>.</param>
public sealed record CurrencyMargin(MarginRow Total, ImmutableArray<MarginRow> Rows);
