using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Billing.Home;

/// <summary>A customer's plan in one line.</summary>
/// <param name="Name">The plan.</param>
/// <param name="Interval">How often it is paid.</param>
/// <param name="Price">The price of an interval, without tax; null when it has none.</param>
/// <param name="Status">How the subscription stands.</param>
/// <param name="EndsAt">When it ends; null while it renews.</param>
/// <param name="NextName">The plan it changes to at the end of the period; null for none.</param>
public sealed record PlanLine(string Name, BillingInterval Interval, Money? Price, SubscriptionStatus Status, DateTimeOffset? EndsAt, string? NextName);
