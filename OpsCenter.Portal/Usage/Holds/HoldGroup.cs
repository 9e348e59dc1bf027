using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Open holds that lack the same thing. A job that lacks two things is in two groups.</summary>
/// <param name="Cause">What they lacked when they were held.</param>
/// <param name="Jobs">How many.</param>
/// <param name="Exposure">Estimate of what they will cost.</param>
/// <param name="OldestHeldAt">Since when the oldest waits.</param>
/// <param name="IsKnownNow">Whether the rate card has the thing by now, so that these jobs wait for something else.</param>
public sealed record HoldGroup(HoldCause Cause, long Jobs, Money Exposure, DateTimeOffset OldestHeldAt, bool IsKnownNow);
