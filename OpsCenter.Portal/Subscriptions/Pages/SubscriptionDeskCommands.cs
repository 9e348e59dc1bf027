using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Subscriptions.Changes;

namespace OpsCenter.Portal.Subscriptions.Pages;

/// <summary>What operators do to a customer's subscription.</summary>
public sealed record SubscriptionDeskCommands(StartSubscription Start, EndSubscription End, SetOverageCap SetCap);
