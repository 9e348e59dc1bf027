using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>Who may change a subscription: the owner of the organisation, and operators who manage subscriptions.</summary>
internal static class SubscriptionAccess
{
    /// <exception cref="AccessDeniedException">The actor is neither.</exception>
    public static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnSubscription, Permission.ManageSubscriptions);
}
