using System.Collections.Immutable;
using OpsCenter.Brigade.Reports;
using OpsCenter.Domain.Routing;

namespace OpsCenter.Brigade.Jobs;

/// <summary>What Ops-Center is told about a job.</summary>
internal static class JobReport
{
    private const string RouteReason = "route_reason";
    private const string ByokFallback = "byok_fallback";
    private const string EndedBy = "ended_by";

    public static UsageReport Of(JobPlan plan, JobOutcome outcome) => new()
    {
        JobId = plan.Request.JobId,
        CustomerId = plan.Request.CustomerId,
        AgentName = plan.Agent.Name,
        RouteUsed = plan.Route.Route,
        InputTokens = outcome.Tokens.Input,
        OutputTokens = outcome.Tokens.Output,
        CachedInputTokens = outcome.Tokens.CachedInput,
        OccurredAt = plan.StartedAt,
        Status = outcome.Status,
        ToolsUsed = plan.Request.Tools,
        ByokUsed = plan.Receipt.Byok,
        Metadata = Metadata(plan, outcome),
    };

    private static ImmutableDictionary<string, string> Metadata(JobPlan plan, JobOutcome outcome)
    {
        var metadata = ImmutableDictionary<string, string>.Empty.Add(RouteReason, RoutingWords.Of(plan.Receipt.Reason));
        if (plan.Receipt.Fallback is { } fallback)
            metadata = metadata.Add(ByokFallback, RoutingWords.Of(fallback));

        return outcome.Ending is { } ending ? metadata.Add(EndedBy, ending.Code) : metadata;
    }
}
