using System.Globalization;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Usage.Own.Home;

/// <summary>What a customer should look at, the most urgent first.</summary>
public static class Attention
{
    private const decimal Near = 0.8m;
    private static readonly TimeSpan CardWarning = TimeSpan.FromDays(30);

    /// <summary>All of it.</summary>
    /// <param name="view">The plan; null when there is no such customer.</param>
    /// <param name="usage">The current period.</param>
    /// <param name="billing">What is owed and how it is paid; null for members who may not see that.</param>
    public static IEnumerable<AttentionItem> Of(SubscriptionView? view, OwnUsage usage, BillingHome? billing) =>
        Stops(view).Concat(Payments(view, billing, usage.ReadAt)).Concat(Limits(view, usage)).Concat(Changes(view)).Concat(Cards(billing, usage.ReadAt));

    private static IEnumerable<AttentionItem> Stops(SubscriptionView? view)
    {
        if (view?.Now.Entitlements.Stop is not { } stop)
            yield break;

        var (link, page) = stop.Reason switch
        {
            JobStopReason.InvoiceUnpaid => ("Open billing", PortalUrls.CustomersBilling),
            JobStopReason.Budget => ("Open usage", PortalUrls.CustomersUsage),
            _ => ("Open the plan", PortalUrls.CustomersPlan),
        };
        yield return new(StatusMeaning.Negative, "Stopped", EntitlementWords.Sentence(stop), link, page);
    }

    private static IEnumerable<AttentionItem> Payments(SubscriptionView? view, BillingHome? billing, DateTimeOffset now)
    {
        if (view?.Subscription is { EndedAt: null, PastDueSince: { } since } subscription
            && SubscriptionStatusRule.At(subscription, now) is not SubscriptionStatus.Suspended)
        {
            yield return new(
                StatusMeaning.Negative,
                "Payment failed",
                $"A payment failed on {Day(since)}. New jobs stop on {Day(since + SubscriptionStatusRule.SuspendedAfter)} unless the invoice is paid.",
                "Pay the invoice",
                PortalUrls.CustomersBilling);
        }
        else if (billing is { Owed.Count: > 0 })
        {
            foreach (var owed in billing.Owed.Where(owed => owed.Amount > 0))
                yield return new(StatusMeaning.Warning, "Open", $"{MoneyFormat.Exact(owed)} is owed on invoices.", "Open billing", PortalUrls.CustomersBilling);
        }
    }

    private static IEnumerable<AttentionItem> Limits(SubscriptionView? view, OwnUsage usage)
    {
        // A limit that stops has said so already.
        if (usage is not { Billing: { } period, Plan: { } plan } || view?.Now.Entitlements.Stop?.Reason is JobStopReason.Threshold or JobStopReason.IncludedUsage)
            yield break;

        var lines = MeterLines.Of(period, plan, usage.ReadAt);

        if (Names(lines.Where(line => line.IsReached)) is { Length: > 0 } reached)
            yield return Usage($"Reached: the limit of {reached}. {(plan.LimitsStop ? "New jobs stop." : "This only warns; nothing stops.")}");
        if (Names(lines.Where(line => line.IsNear)) is { Length: > 0 } near)
            yield return Usage($"Four fifths used: the limit of {near}. {(plan.LimitsStop ? "New jobs stop when it is reached." : "It only warns; nothing stops.")}");

        if (period.Included.Amount <= 0)
            yield break;

        var included = MoneyFormat.Rounded(period.Included);

        if (period.Used.Amount >= period.Included.Amount)
            yield return Usage($"The included usage of {included} is used up; what goes beyond is charged as overage.");
        else if (period.Used.Amount >= period.Included.Amount * Near)
            yield return Usage($"{Math.Floor(period.Used.Amount * 100m / period.Included.Amount).ToString(CultureInfo.InvariantCulture)} % of the included usage of {included} is used.");

        static AttentionItem Usage(string text) => new(StatusMeaning.Warning, "Limit", text, "Open usage", PortalUrls.CustomersUsage);
    }

    private static string Names(IEnumerable<MeterLine> lines) => string.Join(
        ", ", lines.Select(line => $"{line.Threshold?.ToString("N0", CultureInfo.InvariantCulture)} {EntitlementWords.Meter(line.Meter)}"));

    private static IEnumerable<AttentionItem> Changes(SubscriptionView? view)
    {
        if (view?.Subscription is not { EndedAt: null } subscription)
            yield break;

        if (subscription.TrialEndsAt is { } trialEnd && view.Now.Entitlements.Status is SubscriptionStatus.Trialing)
            yield return Plan("Trial", $"The trial ends on {TimeFormat.Utc(trialEnd)}; nothing renews. Choose a plan to go on.");
        if (subscription.CancelAt is { } cancelAt && view.Now.Entitlements.Status is not SubscriptionStatus.Ended)
            yield return Plan("Cancelled", $"The plan is cancelled and ends on {Day(cancelAt)}.");
        if (view.Next is { } next && view.TermEnd is { } change)
            yield return Plan("Change", $"The plan changes to {next.Name} on {Day(change)}.");

        static AttentionItem Plan(string badge, string text) => new(StatusMeaning.Info, badge, text, "Open the plan", PortalUrls.CustomersPlan);
    }

    private static IEnumerable<AttentionItem> Cards(BillingHome? billing, DateTimeOffset now)
    {
        if (billing is null)
            yield break;

        if (billing.Card is { } card && card.IsExpiredAt(now + CardWarning))
        {
            var ends = string.Create(CultureInfo.InvariantCulture, $"The card ending in {card.Last4} {(card.IsExpiredAt(now) ? "expired" : "expires")} at the end of {card.ExpiryMonth:00}/{card.ExpiryYear}.");
            yield return new(card.IsExpiredAt(now) ? StatusMeaning.Negative : StatusMeaning.Warning, "Card", ends, "Open payment methods", PortalUrls.CustomersPaymentMethods);
        }
        else if (billing is { Card: null, Next: { Total.Amount: > 0 }, Plan.EndsAt: null })
        {
            yield return new(StatusMeaning.Warning, "Card", "There is no card to charge the next invoice to.", "Add a card", PortalUrls.CustomersPaymentMethods);
        }
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
