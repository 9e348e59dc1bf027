using System.Collections.Immutable;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Reports;

/// <summary>What Ops-Center is told about a finished job: the body of <c>POST /api/v1/usage/record</c>.</summary>
public sealed record UsageReport
{
    /// <summary>The job's name and idempotency key, 1 to 128 characters.</summary>
    public required string JobId { get; init; }

    /// <summary>The customer, 1 to 128 characters.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The agent, 1 to 100 characters.</summary>
    public required string AgentName { get; init; }

    /// <summary><c>provider:model</c>.</summary>
    public required string RouteUsed { get; init; }

    /// <summary>All input tokens, the cached ones included.</summary>
    public required long InputTokens { get; init; }

    /// <summary>All output tokens.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>When the job happened, by Ops-Center's time (<see cref="Hosting.OpsCenterClock"/>). It decides the version that prices.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>How the job ended.</summary>
    public JobStatus Status { get; init; }

    /// <summary>Tools with their units; at most 50.</summary>
    public ImmutableArray<ToolUse> ToolsUsed { get; init; } = [];

    /// <summary>Whether the customer's own provider key paid for the model.</summary>
    public bool ByokUsed { get; init; }

    /// <summary>Part of the input tokens.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>What the provider says the model cost; null: not known.</summary>
    public decimal? ProviderCost { get; init; }

    /// <summary>At most 20 pairs, shown on the receipt: keys of 1 to 100 characters, values of at most 1,000.</summary>
    public ImmutableDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;
}
