using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>A case whose card knows everything that the job names.</summary>
public sealed record PriceableCase(RateCardContent Content, JobUsage Job) : PricingCase(Content, Job)
{
    public JobPrice Price => ((PricingResult.Priced)Result).Price;
}
