using System.Collections.Immutable;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Own.Home;

/// <summary>What a customer sees first.</summary>
/// <param name="Usage">The current period by agent.</param>
/// <param name="Subscription">The plan; null when there is no such customer.</param>
/// <param name="Billing">The next invoice and how it is paid; null for members who may not see that.</param>
/// <param name="Jobs">The newest jobs, without costs.</param>
/// <param name="Attention">What to look at.</param>
public sealed record OwnHome(
    OwnUsage Usage, SubscriptionView? Subscription, BillingHome? Billing, JobList Jobs, ImmutableArray<AttentionItem> Attention);
