using System.Collections.Immutable;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>One day of the charts.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="Layers">The sums of each of the largest names and, last, of the rest; empty while the day lies in the future.</param>
/// <param name="Previous">The sums as far into the period before; null when that one was shorter.</param>
public sealed record OwnPoint(DateTimeOffset Start, ImmutableArray<OwnFigures> Layers, OwnFigures? Previous);
