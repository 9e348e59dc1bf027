using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>A customer's usage in one currency. An installation has one; amounts of several are never added.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Total">The whole period.</param>
/// <param name="Complete">Its complete hours, which can be compared.</param>
/// <param name="Previous">As many hours of the period before.</param>
/// <param name="Layers">The names of the charts' layers, the largest first, without the rest.</param>
/// <param name="Points">The charts' days, oldest first.</param>
/// <param name="Shares">The breakdown, the largest first.</param>
/// <param name="ShareCount">How many names the breakdown has in all.</param>
public sealed record OwnCurrency(
    Currency Currency,
    OwnFigures Total,
    OwnFigures Complete,
    OwnFigures Previous,
    ImmutableArray<string> Layers,
    ImmutableArray<OwnPoint> Points,
    ImmutableArray<OwnShare> Shares,
    long ShareCount);
