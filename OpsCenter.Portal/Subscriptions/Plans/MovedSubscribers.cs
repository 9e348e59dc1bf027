namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>What came of moving subscribers.</summary>
/// <param name="Moved">How many change when what they paid for ends.</param>
/// <param name="LeftAlone">How many stay: they cancelled, chose another plan, or pay in an interval that the newest version is not sold in.</param>
public sealed record MovedSubscribers(int Moved, int LeftAlone);
