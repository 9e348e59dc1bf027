using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>What failed and aborted jobs were charged and what they cost us, net of reversals.</summary>
/// <param name="Jobs">Those that were charged.</param>
/// <param name="Fee">What customers paid for them, by the failure policy.</param>
/// <param name="Cost">What they cost us all the same.</param>
public sealed record FailureCost(long Jobs, Money Fee, Money Cost);
