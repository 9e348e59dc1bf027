using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>A rate card and a job, made at random within all bounds. Which names the card lacks is up to chance.</summary>
public record PricingCase(RateCardContent Content, JobUsage Job)
{
    public RateCard Card => GoldenCard.Publish(Content);

    public PricingResult Result => JobPricer.Price(Card, Job);

    /// <summary>The job's price, or the estimate where it is held.</summary>
    public Money Charge => Result switch
    {
        PricingResult.Priced priced => priced.Price.Total,
        PricingResult.Held held => held.Exposure,
        var other => throw new InvalidOperationException(other.ToString()),
    };
}
