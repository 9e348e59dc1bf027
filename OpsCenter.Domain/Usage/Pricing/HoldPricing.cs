using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>
/// Which version prices a held job: the one in force when it happened, and if that one lacks something, the earliest later one that knows
/// everything. Versions never change, so the answer is the same whenever and wherever it is worked out. What would surprise the customer,
/// an old job or a price above the estimate, is proposed to an operator first.
/// </summary>
public static class HoldPricing
{
    /// <summary>A job older than this is charged only after approval.</summary>
    public static readonly TimeSpan LongestWithoutApproval = TimeSpan.FromDays(30);

    /// <summary>Decides about one held job whose customer is known.</summary>
    /// <param name="versions">The versions in force by now: first the one in force when the job happened, then every later one in order.</param>
    /// <param name="job">What it used.</param>
    /// <param name="exposure">The estimate it was held with.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <exception cref="ArgumentException">There is no version.</exception>
    public static HoldDecision Decide(
        IReadOnlyList<RateCard> versions, JobUsage job, Money exposure, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        PricingResult.Held? last = null;

        foreach (var card in versions)
        {
            var result = JobPricer.Price(card, job);

            if (result is PricingResult.Priced { Price: var price })
            {
                return NeedsApproval(price, exposure, occurredAt, now)
                    ? new HoldDecision.Proposes(card, price)
                    : new HoldDecision.Charges(card, price);
            }

            last = (PricingResult.Held)result;
        }

        return new HoldDecision.Waits(last?.Causes ?? throw new ArgumentException("No version of the rate card was given.", nameof(versions)));
    }

    private static bool NeedsApproval(JobPrice price, Money exposure, DateTimeOffset occurredAt, DateTimeOffset now) =>
        now - occurredAt > LongestWithoutApproval || price.Total > exposure;
}
