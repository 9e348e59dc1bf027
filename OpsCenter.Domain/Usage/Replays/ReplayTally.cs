using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>
/// Prices jobs again with another card, by the one pricing function, and sums up what changes. Exact: nothing is rounded but each price,
/// so the card that charged the jobs gives a difference of 0. Not safe for two threads at once.
/// </summary>
/// <param name="card">The card to try.</param>
public sealed class ReplayTally(RateCard card)
{
    /// <summary>Most groups that a dimension is told by; the smallest ones beyond are summed up.</summary>
    public const int MaxGroups = 1_000;

    private readonly Dictionary<Key, ReplaySums> sums = [];
    private readonly Dictionary<HoldCause, MissingSums> missing = [];
    private long holds;
    private long pricedHolds;
    private Money holdRevenue = Money.Zero(card.Content.Currency);
    private Money holdCost = Money.Zero(card.Content.Currency);

    private Currency Currency => card.Content.Currency;

    /// <summary>Adds an entry of the ledger.</summary>
    /// <exception cref="ArgumentException">It is in another currency than the card.</exception>
    public void Add(in ReplayedEntry entry)
    {
        if (entry.Revenue.Currency != Currency)
        {
            throw new ArgumentException($"A card in {Currency} says nothing about {entry.Revenue.Currency}.", nameof(entry));
        }

        var sign = entry.IsReversal ? -1 : 1;
        var key = new Key(entry.Customer, entry.Usage.Agent, entry.Usage.Route);
        var group = CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) ??= new ReplaySums();
        group.AddBefore(sign, entry);

        switch (JobPricer.Price(card, entry.Usage))
        {
            case PricingResult.Priced { Price: var price }:
                group.AddAfter(sign, entry, price);
                break;
            case PricingResult.Held { Causes: var causes }:
                group.AddHeld(sign);
                AddMissing(causes, sign, entry.Revenue.Amount);
                break;
        }
    }

    /// <summary>Adds a job that is held now and whose customer is known.</summary>
    public void AddHold(JobUsage usage)
    {
        holds++;

        if (JobPricer.Price(card, usage) is PricingResult.Priced { Price: var price })
        {
            pricedHolds++;
            holdRevenue += price.Total;
            holdCost += price.Cost;
        }
    }

    /// <summary>What came out.</summary>
    public ReplayResult ToResult()
    {
        // A group of voided jobs only has nothing to tell.
        var rows = sums.Where(row => row.Value.Jobs != 0).Select(row => (row.Key, Figures: row.Value.ToFigures(Currency))).ToList();
        var byCustomer = Groups(rows.Select(row => (row.Key.Customer.ToString(), row.Figures)), ReplayDimension.Customer);
        var byAgent = Groups(rows.Select(row => (row.Key.Agent, row.Figures)), ReplayDimension.Agent);
        var byRoute = Groups(rows.Select(row => (row.Key.Route, row.Figures)), ReplayDimension.Route);

        return new ReplayResult(
            Sum(rows.Select(row => row.Figures)),
            [.. byCustomer, .. byAgent, .. byRoute],
            Missing(),
            new ReplayedHolds(holds, pricedHolds, holdRevenue, holdCost));
    }

    private void AddMissing(ImmutableArray<HoldCause> causes, int sign, decimal revenue)
    {
        foreach (var cause in causes)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(missing, cause, out _);
            seen = new MissingSums(seen.Jobs + sign, seen.Revenue + revenue);
        }
    }

    private List<ReplayGroup> Groups(IEnumerable<(string Name, ReplayFigures Figures)> rows, ReplayDimension dimension)
    {
        var groups = rows
            .GroupBy(row => row.Name, row => row.Figures, StringComparer.Ordinal)
            .Select(group => new ReplayGroup(dimension, group.Key, Sum(group)))
            .OrderByDescending(group => Math.Abs(group.Figures.RevenueDifference.Amount))
            .ThenByDescending(group => group.Figures.RevenueBefore)
            .ThenBy(group => group.Name, StringComparer.Ordinal)
            .ToList();

        return groups.Count <= MaxGroups
            ? groups
            : [.. groups.Take(MaxGroups), new ReplayGroup(dimension, null, Sum(groups.Skip(MaxGroups).Select(group => group.Figures)))];
    }

    private ImmutableArray<ReplayMissing> Missing() =>
    [
        .. missing
            .Where(row => row.Value.Jobs != 0)
            .Select(row => new ReplayMissing(row.Key, row.Value.Jobs, new Money(row.Value.Revenue, Currency)))
            .OrderByDescending(row => row.Jobs)
            .ThenBy(row => row.Cause.Reason)
            .ThenBy(row => row.Cause.Subject, StringComparer.Ordinal)
            .Take(MaxGroups),
    ];

    private ReplayFigures Sum(IEnumerable<ReplayFigures> figures) => figures.Aggregate(ReplayFigures.Zero(Currency), (sum, next) => sum + next);

    private readonly record struct Key(Guid Customer, string Agent, string Route);

    private readonly record struct MissingSums(long Jobs, decimal Revenue);
}
