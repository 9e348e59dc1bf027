using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>The bounds within which a price is exact. The endpoint has refused anything else long before.</summary>
internal static class UsageBounds
{
    /// <summary>Refuses a job outside the bounds of <see cref="PriceLimits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds; the exception names the field.</exception>
    public static void Demand(JobUsage job)
    {
        Tokens(job.InputTokens, nameof(job.InputTokens));
        Tokens(job.OutputTokens, nameof(job.OutputTokens));
        Tokens(job.CachedInputTokens, nameof(job.CachedInputTokens));
        Tokens(job.CacheWriteTokens, nameof(job.CacheWriteTokens));
        AtMost(job.InputTokens, job.CachedInputTokens + job.CacheWriteTokens, nameof(job.CachedInputTokens));
        AtMost(PriceLimits.MaxTools, job.Tools.Length, nameof(job.Tools));

        if (job.ProviderCost is { } reported)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(reported, nameof(job.ProviderCost));
            AtMost(JobUsage.MaxProviderCost, reported, nameof(job.ProviderCost));
        }

        foreach (var use in job.Tools)
        {
            Units(use.Units);
        }
    }

    private static void Tokens(long tokens, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens, field);
        AtMost(PriceLimits.MaxTokens, tokens, field);
    }

    private static void Units(decimal units)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units, nameof(ToolUse.Units));
        AtMost(PriceLimits.MaxUnits, units, nameof(ToolUse.Units));

        if (units.Scale > PriceLimits.UnitDecimals)
        {
            AtMost(PriceLimits.UnitDecimals, DecimalText.Decimals(units), nameof(ToolUse.Units));
        }
    }

    private static void AtMost<T>(T most, T value, string field)
        where T : IComparable<T> =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, field);
}
