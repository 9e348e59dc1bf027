using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage;

/// <summary>The meters that plans have thresholds for, and how a job counts on them.</summary>
public static class Meters
{
    /// <summary>Input tokens.</summary>
    public const string InputTokens = "llm.input_tok";

    /// <summary>Output tokens.</summary>
    public const string OutputTokens = "llm.output_tok";

    /// <summary>Input and output tokens together.</summary>
    public const string AgentTokens = "agent.meter_tok";

    /// <summary>Web searches.</summary>
    public const string Searches = "tool.web.request";

    /// <summary>Units that a job counts on <see cref="Searches"/>: those of tools that the rate card puts on this meter.</summary>
    public static decimal SearchesOf(RateCard card, JobUsage usage)
    {
        var units = 0m;

        foreach (var use in usage.Tools)
        {
            if (card.FindTool(use.Tool)?.Meter == Searches)
                units += use.Units;
        }

        return units;
    }
}
