using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>A hold in the list.</summary>
public sealed record HoldRow
{
    /// <summary>The job; names its receipt.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Since when it waits, or waited.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>The customer; null while the reported one is none of ours.</summary>
    public required Guid? CustomerId { get; init; }

    /// <summary>The customer's name, or what was reported when it is none of ours.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The customer as reported.</summary>
    public required string CustomerRef { get; init; }

    /// <summary>Whether an operator may say whose it is: the report did not.</summary>
    public required bool CanBeAssigned { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The route, <c>provider:model</c>.</summary>
    public required string Route { get; init; }

    /// <summary>Everything that was missing when it was held.</summary>
    public required ImmutableArray<HoldCause> Causes { get; init; }

    /// <summary>Estimate of what it will cost; never a charge.</summary>
    public required Money Exposure { get; init; }

    /// <summary>The price that waits for approval; null when none does.</summary>
    public required HoldProposal? Proposal { get; init; }

    /// <summary>Whether it still waits.</summary>
    public required HoldState State { get; init; }

    /// <summary>Until when it waited; null while it does.</summary>
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who ended the waiting, by name; null while it waits.</summary>
    public required string? ResolvedBy { get; init; }

    /// <summary>How, in words.</summary>
    public required string? Resolution { get; init; }
}
