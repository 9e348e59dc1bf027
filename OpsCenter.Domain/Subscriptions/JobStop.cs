using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>A reached limit: which one, and its value.</summary>
/// <param name="Reason">Which one.</param>
/// <param name="Meter">The meter, for a threshold.</param>
/// <param name="Threshold">Its value, for a threshold.</param>
/// <param name="Amount">Its value, for a limit that is money.</param>
public sealed record JobStop(JobStopReason Reason, string? Meter = null, long? Threshold = null, Money? Amount = null);
