namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>The answer of the pricing function together with its calculation.</summary>
/// <param name="Result">Exactly what <see cref="JobPricer.Price"/> returns.</param>
/// <param name="Trace">How it came about; empty for a job that is held.</param>
public sealed record ExplainedPrice(PricingResult Result, PriceTrace Trace);
