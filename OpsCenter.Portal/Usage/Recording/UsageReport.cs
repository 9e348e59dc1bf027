using System.Collections.Immutable;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>A report that passed validation: what a source says about one job.</summary>
public sealed record UsageReport
{
    /// <summary>The source's own name of the job, its idempotency key; null when it gave none.</summary>
    public required string? JobId { get; init; }

    /// <summary>The customer as reported; may be none of ours.</summary>
    public required string CustomerRef { get; init; }

    /// <summary>When the job happened; null: when the report arrived.</summary>
    public required DateTimeOffset? OccurredAt { get; init; }

    /// <summary>
    /// Whether it happened too long ago, or too far ahead of the portal's clock, to be recorded. It may still be a retry of a report that was
    /// recorded in time, so only one with a key gets this far.
    /// </summary>
    public bool IsOutOfTime { get; init; }

    /// <summary>The member of the customer who ran it, in the source's words.</summary>
    public required string? MemberRef { get; init; }

    /// <summary>What the price depends on.</summary>
    public required JobUsage Usage { get; init; }

    /// <summary>Reasoning tokens, part of the output; kept for the receipt.</summary>
    public required long ReasoningTokens { get; init; }

    /// <summary>Anything else the source wants on the receipt, by key.</summary>
    public required ImmutableSortedDictionary<string, string> Metadata { get; init; }

    /// <summary>Bytes of the report as it was sent.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 over what was sent, without our defaults: tells a retry from another job with the same key.</summary>
    public required ReadOnlyMemory<byte> ContentHash { get; init; }
}
