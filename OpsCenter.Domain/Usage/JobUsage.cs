using System.Collections.Immutable;

namespace OpsCenter.Domain.Usage;

/// <summary>What a job used: everything its price depends on, besides the rate card.</summary>
public sealed record JobUsage
{
    /// <summary>Largest <see cref="ProviderCost"/>: what the dearest card makes of the most tokens, before markup.</summary>
    public const decimal MaxProviderCost = 2_000_000_000m;

    /// <summary>The agent's name.</summary>
    public required string Agent { get; init; }

    /// <summary>The model that ran, <c>provider:model</c>.</summary>
    public required string Route { get; init; }

    /// <summary>Whether the customer's own provider key paid for the model.</summary>
    public bool Byok { get; init; }

    /// <summary>How the job ended.</summary>
    public JobStatus Status { get; init; }

    /// <summary>All input tokens, 0…10⁹, cached and cache-written ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>All output tokens, 0…10⁹, reasoning included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input tokens read from the provider's cache; part of <see cref="InputTokens"/>.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>Input tokens written to the provider's cache; part of <see cref="InputTokens"/>, apart from the cached ones.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>What the provider said the model use cost us, 0…<see cref="MaxProviderCost"/> in the card's currency; null when it did not say.</summary>
    public decimal? ProviderCost { get; init; }

    /// <summary>Tools used, at most 50 entries; a tool may stand in several. Order does not matter.</summary>
    public ImmutableArray<ToolUse> Tools { get; init; } = [];
}
