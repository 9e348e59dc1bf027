namespace OpsCenter.Domain.Billing.Backend;

/// <summary>What a customer subscribes to from now on.</summary>
/// <param name="OrganizationId">The customer.</param>
/// <param name="SubscriptionId">Our subscription; a change keeps it, so that the same order is known again.</param>
/// <param name="Kind">What is ordered.</param>
/// <param name="PlanCode">The plan; empty when it ends.</param>
/// <param name="PlanVersion">The version of the plan; each is a plan of its own to a backend that knows no versions.</param>
/// <param name="Interval">How often it is paid.</param>
public sealed record SubscriptionOrder(
    Guid OrganizationId, Guid SubscriptionId, SubscriptionOrderKind Kind, string PlanCode, int PlanVersion, Subscriptions.BillingInterval Interval);
