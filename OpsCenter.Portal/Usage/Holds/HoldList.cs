using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>One page of holds, newest job first.</summary>
/// <param name="Rows">The holds.</param>
/// <param name="Newer">Where the page of newer ones begins; null when there are none.</param>
/// <param name="Older">Where the page of older ones begins; null when there are none.</param>
public sealed record HoldList(IReadOnlyList<HoldRow> Rows, JobCursor? Newer, JobCursor? Older);
