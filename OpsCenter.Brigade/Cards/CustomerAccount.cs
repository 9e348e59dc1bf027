using System.Collections.Immutable;

namespace OpsCenter.Brigade.Cards;

/// <summary>What a customer may do right now, as Ops-Center says it.</summary>
/// <param name="Id">The customer.</param>
/// <param name="MayStartJobs">Whether a new job may be started.</param>
/// <param name="StopReason">Why not: <c>included_usage</c>, <c>budget</c> …; null when it may.</param>
/// <param name="StopMessage">The same for a person.</param>
/// <param name="Byok">Whether the plan allows own provider keys.</param>
/// <param name="ByokProviders">Providers for which there is a usable key.</param>
/// <param name="ByokKeys">The keys; empty unless they were asked for and Brigade's credential may read them.</param>
/// <param name="MaxJobCost">Most that one job may cost; null: no limit.</param>
/// <param name="IncludedLeft">Included usage that is left; null: no limit or no plan.</param>
/// <param name="OverageLeft">What is left up to the overage cap; null: no limit.</param>
/// <param name="BudgetLeft">What is left of the customer's own budget; null: no limit.</param>
public sealed record CustomerAccount(
    string Id,
    bool MayStartJobs,
    string? StopReason,
    string? StopMessage,
    bool Byok,
    ImmutableArray<string> ByokProviders,
    ImmutableArray<ProviderKey> ByokKeys,
    decimal? MaxJobCost,
    decimal? IncludedLeft,
    decimal? OverageLeft,
    decimal? BudgetLeft);
