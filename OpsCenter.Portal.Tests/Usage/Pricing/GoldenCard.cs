using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using static OpsCenter.Domain.RateCards.FailurePolicy;
using static OpsCenter.Domain.RateCards.RouteClass;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>The rate cards of the golden tables: the seeded one of the contract, and one with a row for every rule.</summary>
internal static class GoldenCard
{
    public static RateCard Seeded { get; } = Publish(new RateCardContent(
        Currency.Usd,
        DefaultAgentRatePer1K: 0.005m,
        [
            Route("openai:gpt-4", 0.03m, 0.06m, 25m),
            Route("anthropic:claude-3-opus", 0.015m, 0.075m, 25m),
            Route("house_vllm:default", 0.002m, 0.004m, 300m),
        ],
        [Agent("research_pro", 0.008m), Agent("code_generator", 0.006m)],
        [Tool("web.search", 0.01m, 0.005m), Tool("image.process", 0.04m, 0.02m), Tool("compute.sandbox", 0.0005m, 0.0002m)]));

    public static RateCard WithEveryRule { get; } = Publish(Seeded.Content with
    {
        Routes = Seeded.Content.Routes.AddRange(
            Route("x:cached", 0.003m, 0.015m, 20m) with { CachedInputCostPer1K = 0.0003m, CacheWriteCostPer1K = 0.00375m },
            Route("x:at-cost", 0.01m, 0.02m, 0m),
            Route("x:half", 0.0000000005m, 0.000000001m, 0m),
            Route("x:below", 0.0000000004m, 0.000000001m, 25m),
            Route("x:dearest", 1_000m, 1_000m, 10_000m),
            Route("x:gift", 0m, 0m, 25m),
            Route("x:off", 0.03m, 0.06m, 25m) with { Active = false }),
        Agents = Seeded.Content.Agents.AddRange(
            Agent("plain", null),
            Agent("min_bill", 0.01m, 0.05m),
            Agent("min_output", 0.01m, 0.05m, OutputOnly),
            Agent("min_free", 0.01m, 0.05m, Free),
            Agent("half", 0.0000000005m),
            Agent("dearest", 1_000m, 1_000_000m),
            Agent("off", 0.008m) with { Active = false }),
        Tools = Seeded.Content.Tools.AddRange(
            Tool("x.tiny", 0.000000000001m, 0.000000000001m),
            Tool("x.loss", 0.01m, 0.05m),
            Tool("x.dearest", 10_000m, 10_000m),
            Tool("x.off", 0.01m, 0.005m) with { Active = false }),
    });

    /// <summary>The seeded card and one agent with a minimum fee that is free when it fails.</summary>
    public static RateCard WithFreeAgent { get; } = Publish(Seeded.Content with
    {
        Agents = Seeded.Content.Agents.Add(Agent("min_free", 0.004m, 0.05m, Free)),
    });

    public static RateCard Publish(RateCardContent content) => new(1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, content);

    public static LlmRoute Route(string route, decimal input, decimal output, decimal markup)
    {
        var colon = route.IndexOf(':', StringComparison.Ordinal);

        return new LlmRoute(Guid.Empty, route[..colon], route[(colon + 1)..], Frontier, input, output, null, null, markup, true, true);
    }

    public static AgentPrice Agent(string name, decimal? rate, decimal minFee = 0m, FailurePolicy policy = Bill) =>
        new(Guid.Empty, name, name, "", rate, minFee, MaxJobCost: null, policy, Active: true);

    public static ToolPrice Tool(string name, decimal price, decimal cost) => new(Guid.Empty, name, "request", price, cost, name, Active: true);
}
