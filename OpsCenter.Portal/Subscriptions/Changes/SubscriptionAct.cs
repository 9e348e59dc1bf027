using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Who does what to whose subscription, when and why: what its audit row tells.</summary>
internal sealed record SubscriptionAct(Actor Actor, Guid OrganizationId, string Action, DateTimeOffset Now, string Reason = "");
