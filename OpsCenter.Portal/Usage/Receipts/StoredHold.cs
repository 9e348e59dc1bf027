using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>That a job waits or waited, and why.</summary>
/// <param name="State">Whether it still waits.</param>
/// <param name="Causes">Everything that was missing.</param>
/// <param name="Exposure">Estimate of what it will cost the customer; never a charge.</param>
/// <param name="RateCardVersion">The version that lacked a price.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="ResolvedAt">Until when; null while it waits.</param>
/// <param name="Resolution">How the waiting ended, in words; null while it waits.</param>
/// <param name="AssignedAt">When an operator said whose it is; null when the report said it.</param>
public sealed record StoredHold(
    HoldState State,
    ImmutableArray<HoldCause> Causes,
    Money Exposure,
    int RateCardVersion,
    DateTimeOffset HeldAt,
    DateTimeOffset? ResolvedAt,
    string? Resolution,
    DateTimeOffset? AssignedAt);
