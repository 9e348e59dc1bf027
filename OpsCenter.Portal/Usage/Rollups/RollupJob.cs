using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>What roll-ups group a job by, and what they count of its report.</summary>
/// <param name="OccurredAt">When it happened; decides hour and day, in UTC, also for what is posted later.</param>
/// <param name="OrganizationId">The customer; null while the reported one is none of ours.</param>
/// <param name="MemberRef">The member who ran it; null when none was reported.</param>
/// <param name="Usage">Agent, route, tokens, tools.</param>
/// <param name="Currency">Of its charge or of its exposure.</param>
public sealed record RollupJob(DateTimeOffset OccurredAt, Guid? OrganizationId, string? MemberRef, JobUsage Usage, Currency Currency);
