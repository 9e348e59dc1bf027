using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>What a customer was given.</summary>
/// <param name="Newest">The newest credits, at most <see cref="CreditQueries.MaxListed"/>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Totals">Their sum in each currency.</param>
public sealed record CreditList(IReadOnlyList<Credit> Newest, long Count, ImmutableArray<Money> Totals);
