using System.Collections.Immutable;
using OpsCenter.Brigade.Reports;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>Reports of Brigade for tests.</summary>
internal static class JobReports
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static UsageReport Of(string jobId, DateTimeOffset? occurredAt = null) => new()
    {
        JobId = jobId,
        CustomerId = "0199c1f2-0000-7000-8000-000000000001",
        AgentName = "research_pro",
        RouteUsed = "openai:gpt-4",
        InputTokens = 6_000,
        OutputTokens = 2_000,
        OccurredAt = occurredAt ?? Noon,
        Status = JobStatus.Succeeded,
        ToolsUsed = [new ToolUse("web.search", 3m)],
        CachedInputTokens = 1_000,
        ProviderCost = 0.0123m,
        Metadata = ImmutableDictionary<string, string>.Empty.Add("route_reason", "the only active route"),
    };
}
