using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>The overview of one currency. An installation has one; amounts of several are never added.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Total">The whole period.</param>
/// <param name="Complete">Its complete hours, which can be compared.</param>
/// <param name="Previous">As many hours of the period before.</param>
/// <param name="Today">Today so far.</param>
/// <param name="Held">What is held right now.</param>
/// <param name="Points">The charts' points, oldest first.</param>
/// <param name="Shares">The largest agents, routes and customers of the period, each by spend.</param>
public sealed record CurrencyOverview(
    Currency Currency,
    UsageFigures Total,
    UsageFigures Complete,
    UsageFigures Previous,
    UsageFigures Today,
    HeldNow Held,
    ImmutableArray<OverviewPoint> Points,
    ImmutableArray<OverviewShare> Shares)
{
    /// <summary>The largest of one dimension.</summary>
    public IEnumerable<OverviewShare> By(OverviewDimension dimension) => Shares.Where(share => share.Dimension == dimension);
}
