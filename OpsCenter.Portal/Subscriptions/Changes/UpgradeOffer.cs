using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>An upgrade as it is shown before it is paid.</summary>
/// <param name="Quote">What it costs and gives now.</param>
/// <param name="From">The plan before.</param>
/// <param name="To">The plan after.</param>
/// <param name="CurrentIncluded">What the current period includes before.</param>
/// <param name="RenewsAt">When the full price is due for the first time.</param>
/// <param name="RenewalPrice">That price, without tax.</param>
public sealed record UpgradeOffer(
    UpgradeQuote Quote, PlanVersion From, PlanVersion To, Money CurrentIncluded, DateTimeOffset RenewsAt, Money RenewalPrice);
