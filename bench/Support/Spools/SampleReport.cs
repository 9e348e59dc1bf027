using System.Collections.Immutable;
using OpsCenter.Brigade.Reports;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Bench.Spools;

/// <summary>A report as Brigade writes it, of the ordinary size.</summary>
internal static class SampleReport
{
    public static UsageReport Of(string jobId, DateTimeOffset now) => new()
    {
        JobId = jobId,
        CustomerId = "0199c1f2-0000-7000-8000-000000000001",
        AgentName = "research_pro",
        RouteUsed = "openai:gpt-4",
        InputTokens = 6_000,
        OutputTokens = 2_000,
        OccurredAt = now,
        ToolsUsed = [new ToolUse("web.search", 3m)],
        Metadata = ImmutableDictionary<string, string>.Empty.Add("route_reason", "highest_margin"),
    };
}
