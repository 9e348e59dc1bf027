namespace OpsCenter.Portal.Integrations;

/// <summary>Brigade beside us.</summary>
/// <param name="Address">Where it is called; null when none is connected.</param>
/// <param name="InForce">Our version in force.</param>
/// <param name="BehindSince">Since when it should have a later card than it had when it last answered; null when it had the one in force.</param>
/// <param name="Seen">What is known of it; null before it was asked.</param>
public sealed record BrigadeView(Uri? Address, int InForce, DateTimeOffset? BehindSince, BrigadeSeen? Seen);
