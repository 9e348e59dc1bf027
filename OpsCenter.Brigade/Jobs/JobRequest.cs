using System.Collections.Immutable;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>A job that somebody asks for, checked.</summary>
public sealed record JobRequest
{
    /// <summary>The job's name and idempotency key, 1 to 128 characters; the caller's or ours.</summary>
    public required string JobId { get; init; }

    /// <summary>The customer, as Ops-Center knows it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The agent's name.</summary>
    public required string Agent { get; init; }

    /// <summary>What the job is about, at most <see cref="JobRequestReader.MaxInputLength"/> characters.</summary>
    public required string Input { get; init; }

    /// <summary>Tools that the job uses, with their units; at most 50.</summary>
    public required ImmutableArray<ToolUse> Tools { get; init; }

    /// <summary>Most that the caller lets the job cost, in the rate card's currency; null for no limit of its own.</summary>
    public required decimal? MaxCost { get; init; }

    /// <summary>Whether another request asks for the same.</summary>
    public bool IsSameAs(JobRequest other) => (this with { Tools = [] }) == (other with { Tools = [] }) && Tools.SequenceEqual(other.Tools);
}
