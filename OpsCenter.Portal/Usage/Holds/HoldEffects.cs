using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Counts and sums what changes come to.</summary>
internal static class HoldEffects
{
    public static HoldEffect Of(IReadOnlyList<HoldChange> changes)
    {
        var currency = changes[0].Before.Exposure.Currency;

        return new HoldEffect(
            changes.Count,
            Sum(changes.Select(change => change.Before.Exposure)),
            changes.Count(change => change.Price is not null),
            Sum(changes.Select(change => change.Price?.Total).OfType<Money>()),
            changes.Count(change => change.After is { State: HoldState.Open, Proposal: not null }),
            changes.Count(change => change.After is { State: HoldState.Open, Proposal: null }));

        Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(currency), (sum, next) => sum + next);
    }
}
