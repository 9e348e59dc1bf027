using System.Globalization;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>A job as it is typed into the box that tests prices.</summary>
public sealed class SampleJob
{
    /// <summary>The agent's name.</summary>
    public string Agent { get; set; } = "";

    /// <summary>The route.</summary>
    public string Route { get; set; } = "";

    /// <summary>How it ended.</summary>
    public JobStatus Status { get; set; }

    /// <summary>Whether the customer's own key paid for the model.</summary>
    public bool Byok { get; set; }

    /// <summary>Input tokens as typed.</summary>
    public string Input { get; set; } = "6000";

    /// <summary>Output tokens as typed.</summary>
    public string Output { get; set; } = "2000";

    /// <summary>Cached input tokens as typed, part of the input.</summary>
    public string Cached { get; set; } = "";

    /// <summary>Tools and units as typed.</summary>
    public List<SampleTool> Tools { get; } = [];

    /// <summary>What is wrong, by field; empty when it is a job.</summary>
    public IReadOnlyDictionary<string, string> Problems()
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        Check(nameof(Input), Tokens(Input) is null, $"A whole number from 0 to {PriceLimits.MaxTokens:#,0}.");
        Check(nameof(Output), Tokens(Output) is null, $"A whole number from 0 to {PriceLimits.MaxTokens:#,0}.");
        Check(nameof(Cached), Tokens(Cached) is not { } cached || cached > Tokens(Input), "A whole number, at most the input tokens.");

        foreach (var (index, tool) in Tools.Index())
        {
            Check($"{nameof(Tools)}{index}", tool.Read() is null, $"More than 0, at most {PriceLimits.MaxUnits:#,0}, with at most {PriceLimits.UnitDecimals} decimals.");
        }

        return problems;

        void Check(string field, bool isWrong, string message)
        {
            if (isWrong)
            {
                problems[field] = message;
            }
        }
    }

    /// <summary>The job; null while something is wrong.</summary>
    public JobUsage? Read() => Problems().Count > 0 ? null : new JobUsage
    {
        Agent = Agent,
        Route = Route,
        Byok = Byok,
        Status = Status,
        InputTokens = Tokens(Input) ?? 0,
        OutputTokens = Tokens(Output) ?? 0,
        CachedInputTokens = Tokens(Cached) ?? 0,
        Tools = [.. Tools.Select(tool => tool.Read()).OfType<ToolUse>()],
    };

    // Thousands may be set apart: a count of tokens has no decimals to be taken for.
    private static long? Tokens(string text) =>
        text.Trim() is { Length: 0 } ? 0
        : long.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var tokens) && tokens <= PriceLimits.MaxTokens ? tokens
        : null;
}
