using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>What a customer may do at the moment it was asked.</summary>
/// <param name="OrganizationId">The customer.</param>
/// <param name="CustomerStatus">Whether an operator suspended it.</param>
/// <param name="Entitlements">What it may do, and what is left.</param>
/// <param name="Facts">What that follows from.</param>
/// <param name="PeriodStart">When the current billing period began; null without one.</param>
/// <param name="PeriodEnd">When it ends.</param>
public sealed record CustomerEntitlements(
    Guid OrganizationId,
    OrganizationStatus CustomerStatus,
    Entitlements Entitlements,
    EntitlementFacts Facts,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd);
