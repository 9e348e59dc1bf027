using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>A held job with everything that resolving it needs: what was reported, and how far its hold has come.</summary>
internal sealed record HeldJob
{
    /// <summary>The job.</summary>
    public required Guid EventId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The customer as reported.</summary>
    public required string CustomerRef { get; init; }

    /// <summary>The member who ran it, in the source's words.</summary>
    public required string? MemberRef { get; init; }

    /// <summary>What its price depends on.</summary>
    public required JobUsage Usage { get; init; }

    /// <summary>What it lacked when it was held.</summary>
    public required ImmutableArray<HoldCause> Causes { get; init; }

    /// <summary>The estimate it was held with.</summary>
    public required Money Exposure { get; init; }

    /// <summary>The version in force when it happened.</summary>
    public required int RateCardVersion { get; init; }

    /// <summary>The customer; null while the reported one is none of ours.</summary>
    public required Guid? OrganizationId { get; init; }

    /// <summary>When an operator said whose it is; null when the report did, or nobody yet.</summary>
    public required DateTimeOffset? AssignedAt { get; init; }

    /// <summary>The newest version that was tried on it.</summary>
    public required int TriedVersion { get; init; }

    /// <summary>The price that waits for approval; null when none does.</summary>
    public required HoldProposal? Proposal { get; init; }

    /// <summary>Whether it still waits.</summary>
    public required HoldState State { get; init; }

    /// <summary>Until when it waited.</summary>
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who ended the waiting.</summary>
    public required string? ResolvedBy { get; init; }

    /// <summary>How, in words.</summary>
    public required string? Resolution { get; init; }

    /// <summary>Whether the report named a customer of ours, which no operator may then change.</summary>
    public bool IsOwnedByReport => OrganizationId is not null && AssignedAt is null;

    /// <summary>What roll-ups count it by.</summary>
    public RollupJob Rolled => new(OccurredAt, OrganizationId, MemberRef, Usage, Exposure.Currency);

    /// <summary>The hold ended.</summary>
    public HeldJob End(HoldState state, DateTimeOffset at, string by, string resolution) =>
        this with { State = state, ResolvedAt = at, ResolvedBy = by, Resolution = resolution, Proposal = null };
}
