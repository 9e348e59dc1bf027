namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>One page of jobs, newest first. There is no count: it would have to read everything.</summary>
/// <param name="Rows">The jobs.</param>
/// <param name="Newer">Where the page of newer jobs begins; null when there are none.</param>
/// <param name="Older">Where the page of older jobs begins; null when there are none.</param>
/// <param name="ShowsCosts">Whether the reader may see costs and margins.</param>
/// <param name="ShowsCustomers">Whether the jobs of more than one customer are shown.</param>
public sealed record JobList(IReadOnlyList<JobRow> Rows, JobCursor? Newer, JobCursor? Older, bool ShowsCosts, bool ShowsCustomers);
