using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Replays;

/// <summary>Jobs that are held now. They are no part of the figures: nothing is charged for them yet.</summary>
/// <param name="Jobs">Held jobs of known customers.</param>
/// <param name="PricedJobs">Those that the card would price.</param>
/// <param name="Revenue">What these would bring.</param>
/// <param name="Cost">What these would cost us.</param>
public sealed record ReplayedHolds(long Jobs, long PricedJobs, Money Revenue, Money Cost);
