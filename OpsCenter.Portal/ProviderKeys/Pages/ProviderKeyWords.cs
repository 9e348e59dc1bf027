using OpsCenter.Domain.ProviderKeys;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.ProviderKeys.Pages;

/// <summary>Provider keys in people's words.</summary>
internal static class ProviderKeyWords
{
    private static readonly (string Provider, string Start)[] Starts = [("openai", "sk-"), ("anthropic", "sk-ant-")];

    public static string Text(ProviderKeyTest? test) => test?.Outcome switch
    {
        null => "Not tested",
        ProviderKeyTestOutcome.Accepted => "Accepted",
        ProviderKeyTestOutcome.Refused => "Refused",
        ProviderKeyTestOutcome.Unreachable => "No answer",
        ProviderKeyTestOutcome.NotTested => "Not tested",
        _ => throw new InvalidOperationException($"No words for {test}."),
    };

    public static StatusMeaning Meaning(ProviderKeyTest? test) => test?.Outcome switch
    {
        ProviderKeyTestOutcome.Accepted => StatusMeaning.Positive,
        ProviderKeyTestOutcome.Refused => StatusMeaning.Negative,
        ProviderKeyTestOutcome.Unreachable => StatusMeaning.Warning,
        _ => StatusMeaning.Neutral,
    };

    public static string Hint(ProviderKeyTest? test) => test?.Detail ?? "Nobody has tried this key yet.";

    /// <summary>A doubt about a key that could be a key; null when there is none.</summary>
    public static string? Doubt(string? provider, string secret) =>
        secret.Length >= ProviderSecret.MinLength && Starts.FirstOrDefault(s => s.Provider == provider) is { Start: { } start } && !secret.StartsWith(start, StringComparison.Ordinal)
            ? $"Keys of {provider} usually begin with {start}"
            : null;
}
