using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Changes;

/// <summary>What an act makes of a subscription: the facts afterwards, or why not.</summary>
internal readonly record struct SubscriptionStep(Subscription? After, string? Refusal)
{
    public static SubscriptionStep To(Subscription after) => new(after, null);

    public static SubscriptionStep Refused(string sentence) => new(null, sentence);
}
