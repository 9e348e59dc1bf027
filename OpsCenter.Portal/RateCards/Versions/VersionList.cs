namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>A part of the history, newest first.</summary>
/// <param name="Rows">The versions.</param>
/// <param name="Older">Versions below this number come next; null when there are none.</param>
public sealed record VersionList(IReadOnlyList<VersionRow> Rows, int? Older);
