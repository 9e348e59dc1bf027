using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>
/// Tells cards by what they make jobs cost: equal for two cards that price every job alike, whatever their order, ids, descriptions, and
/// which rows are active. By it a version finds what was tried out with the same prices before it was published.
/// </summary>
public static class PriceFingerprint
{
    /// <summary>Bytes of a fingerprint.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The SHA-256 of one canonical line for each row.</summary>
    public static ImmutableArray<byte> Of(RateCardContent content)
    {
        var lines = new[] { $"card|{content.Currency}|{Number(content.DefaultAgentRatePer1K)}" }
            .Concat(content.Routes.Select(Line).Order(StringComparer.Ordinal))
            .Concat(content.Agents.Select(Line).Order(StringComparer.Ordinal))
            .Concat(content.Tools.Select(Line).Order(StringComparer.Ordinal));

        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))];
    }

    // The name stands last: it may hold a bar, but no end of line.
    private static string Line(LlmRoute route) => string.Join(
        '|',
        "route",
        Number(route.InputCostPer1K),
        Number(route.OutputCostPer1K),
        Number(route.CachedInputCostPer1K),
        Number(route.CacheWriteCostPer1K),
        Number(route.MarkupPercent),
        route.Route);

    private static string Line(AgentPrice agent) =>
        string.Join('|', "agent", Number(agent.RatePer1K), Number(agent.MinFee), RateCardWords.Of(agent.FailurePolicy), agent.Name);

    private static string Line(ToolPrice tool) => string.Join('|', "tool", Number(tool.UnitPrice), Number(tool.UnitCost), tool.Name);

    private static string Number(decimal? number) => number is { } given ? DecimalText.Format(given) : "";
}
