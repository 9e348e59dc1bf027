using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>A job in the list.</summary>
public sealed record JobRow
{
    /// <summary>Our identity of the job; names its receipt.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The customer; null while the reported one is none of ours.</summary>
    public required Guid? CustomerId { get; init; }

    /// <summary>The customer's name, or what was reported when it is none of ours.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The route, <c>provider:model</c>.</summary>
    public required string Route { get; init; }

    /// <summary>Whether the customer's own key paid the model.</summary>
    public required bool Byok { get; init; }

    /// <summary>How it ended.</summary>
    public required JobStatus Outcome { get; init; }

    /// <summary>All input tokens.</summary>
    public required long InputTokens { get; init; }

    /// <summary>All output tokens.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>What became of its price.</summary>
    public required JobState State { get; init; }

    /// <summary>What the customer pays, corrections included: the sum of its ledger entries. Null while there is none.</summary>
    public required Money? Total { get; init; }

    /// <summary>What it cost us, corrections included; null for readers who may not see it and while there is no entry.</summary>
    public required Money? Cost { get; init; }

    /// <summary>The rate card version of its first charge; null where the cost is.</summary>
    public required int? FirstVersion { get; init; }

    /// <summary>Whether its agent was disabled in that version: it was priced all the same. False for readers who may not see costs.</summary>
    public bool AgentWasDisabled { get; init; }

    /// <summary>Total less cost; null where the cost is.</summary>
    public Money? Margin => Total - Cost;
}
