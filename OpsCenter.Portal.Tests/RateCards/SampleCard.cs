using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.RateCards;

/// <summary>The seeded card and easy ways to vary it.</summary>
internal static class SampleCard
{
    public static LlmRoute Gpt4 { get; } = Route("openai", "gpt-4", 0.03m, 0.06m, 25m);

    public static AgentPrice ResearchPro { get; } =
        new(Id(11), "research_pro", "Research Pro", "Reads and reports.", 0.008m, 0m, null, FailurePolicy.Bill, Active: true);

    public static ToolPrice WebSearch { get; } = new(Id(21), "web.search", "request", 0.01m, 0.005m, "tool.web.request", Active: true);

    public static RateCardContent Content { get; } = new(
        Currency.Usd,
        0.005m,
        [Gpt4, Route("anthropic", "claude-3-opus", 0.015m, 0.075m, 25m), Route("house_vllm", "default", 0.002m, 0.004m, 300m) with { Class = RouteClass.House }],
        [ResearchPro],
        [WebSearch]);

    public static RateCardSheet Sheet { get; } = RateCardSheet.Of(Content);

    public static RateCardRowKey Gpt4Key { get; } = RateCardRowKey.Route("openai", "gpt-4");

    public static RateCardRow Gpt4Row => Sheet.Rows[Gpt4Key];

    public static LlmRoute Route(string provider, string model, decimal input, decimal output, decimal markup) =>
        new(Id(provider.Length + (model.Length * 100)), provider, model, RouteClass.Frontier, input, output, null, null, markup, ByokEnabled: true, Active: true);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
