namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What validation needs to know besides the report.</summary>
/// <param name="Now">Arrival, for the age of the job.</param>
/// <param name="IdempotencyKey">The header of that name; may stand instead of <c>job_id</c>.</param>
/// <param name="RequiresJobKey">Whether the credential reports only jobs with a key.</param>
internal sealed record ReportRules(DateTimeOffset Now, string? IdempotencyKey = null, bool RequiresJobKey = false);
