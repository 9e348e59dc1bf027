using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Tests.Usage.Pricing;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>The seeded card with classes as seeded, and an agent and a tool that are switched off.</summary>
internal static class JobsCard
{
    public static RateCard Of(Func<RateCardContent, RateCardContent>? change = null)
    {
        var seeded = GoldenCard.Seeded.Content;
        var content = seeded with
        {
            Routes = [.. seeded.Routes.Select(r => r.Provider == "house_vllm" ? r with { Class = RouteClass.House, ByokEnabled = false } : r)],
            Agents = [.. seeded.Agents, GoldenCard.Agent("retired", 0.01m) with { Active = false }],
            Tools = [.. seeded.Tools, GoldenCard.Tool("x.off", 0.01m, 0.005m) with { Active = false }],
        };

        return new RateCard(1, DateTimeOffset.MinValue, DateTimeOffset.MinValue, change?.Invoke(content) ?? content);
    }

    /// <summary>Changes what stands about the agent of most tests.</summary>
    public static Func<RateCardContent, RateCardContent> Agent(Func<AgentPrice, AgentPrice> change) => content =>
        content with { Agents = [.. content.Agents.Select(a => a.Name == "research_pro" ? change(a) : a)] };
}
