using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>Something that charged jobs name and the card lacks.</summary>
/// <param name="Cause">What is missing.</param>
/// <param name="Jobs">How many jobs would be held for it; a job that lacks two things counts for both.</param>
/// <param name="Revenue">What these jobs are charged by the ledger.</param>
public sealed record ReplayMissing(HoldCause Cause, long Jobs, Money Revenue);
