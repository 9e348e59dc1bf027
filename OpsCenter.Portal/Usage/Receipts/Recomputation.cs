using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Ledger;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>
/// Prices a stored job again, every charge with the version it names, and compares all amounts with the ledger to the last digit. A
/// reversal must be the exact opposite of what it undoes.
/// </summary>
public sealed class Recomputation(RateCardCache cards)
{
    /// <summary>What differs; nothing when the ledger is right.</summary>
    /// <param name="job">The job.</param>
    /// <param name="withCosts">Whether costs are compared, and named, as well.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<ImmutableArray<AmountDifference>> DifferencesAsync(StoredJob job, bool withCosts, CancellationToken cancellationToken)
    {
        var differences = ImmutableArray.CreateBuilder<AmountDifference>();

        foreach (var entry in job.Ledger)
        {
            var expected = entry.ReversesSeq is { } undone
                ? job.Ledger.Single(charge => charge.Seq == undone).Price.Negated()
                : await PriceAsync(job, entry, cancellationToken);
            differences.AddRange(Compare(entry, expected, withCosts));
        }

        return differences.ToImmutable();
    }

    private async Task<JobPrice?> PriceAsync(StoredJob job, LedgerEntry charge, CancellationToken cancellationToken) =>
        JobPricer.Price(await cards.GetAsync(charge.RateCardVersion, cancellationToken), job.Usage) is PricingResult.Priced priced
            ? priced.Price
            : null;

    private static IEnumerable<AmountDifference> Compare(LedgerEntry entry, JobPrice? expected, bool withCosts) =>
        Amounts(withCosts)
            .Select(amount => new AmountDifference(
                entry.Seq, entry.RateCardVersion, amount.Name, amount.Of(entry.Price), expected is null ? null : amount.Of(expected)))
            .Where(difference => difference.Ledger != difference.Recomputed);

    private static IEnumerable<(string Name, Func<JobPrice, Money> Of)> Amounts(bool withCosts)
    {
        IEnumerable<(string, Func<JobPrice, Money>)> fees =
            [("LLM fee", p => p.LlmFee), ("Agent fee", p => p.AgentFee), ("Tools fee", p => p.ToolsFee), ("Total", p => p.Total)];

        return withCosts
            ? fees.Concat([("LLM cost", p => p.LlmCost), ("Tools cost", p => p.ToolsCost), ("Cost", p => p.Cost)])
            : fees;
    }
}
