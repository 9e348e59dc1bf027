namespace OpsCenter.Portal.Usage.Holds;

/// <summary>What open holds lack, most jobs first.</summary>
/// <param name="Groups">The groups, at most <see cref="HoldQueries.MaxGroups"/>.</param>
/// <param name="IsPartial">Whether more holds are open than were counted: the newest <see cref="HoldQueries.MaxGrouped"/>.</param>
public sealed record HoldGroups(IReadOnlyList<HoldGroup> Groups, bool IsPartial);
