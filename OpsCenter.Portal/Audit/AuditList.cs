using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Audit;

/// <summary>One page of the audit trail, newest first.</summary>
/// <param name="Rows">The entries.</param>
/// <param name="Newer">Where the page of newer ones begins; null when there are none.</param>
/// <param name="Older">Where the page of older ones begins; null when there are none.</param>
public sealed record AuditList(IReadOnlyList<AuditRow> Rows, JobCursor? Newer, JobCursor? Older);
