using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>How much waits.</summary>
/// <param name="Count">Open holds.</param>
/// <param name="Exposure">Estimate of what they will cost the customers, never a charge; null while there are none.</param>
/// <param name="OldestHeldAt">Since when the oldest waits; null while there are none.</param>
public sealed record HoldSummary(long Count, Money? Exposure, DateTimeOffset? OldestHeldAt);
