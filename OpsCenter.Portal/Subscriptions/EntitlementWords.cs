using System.Globalization;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>A reached limit in words: which one, its value, and what helps. The same words on pages and to machines.</summary>
public static class EntitlementWords
{
    /// <summary>What happened and what helps, in two sentences.</summary>
    public static string Sentence(JobStop stop) => stop.Reason switch
    {
        JobStopReason.CustomerSuspended => "New jobs are stopped: this account is suspended. Contact support.",
        JobStopReason.NoSubscription => "New jobs are stopped: there is no plan yet. Choose one on the Plan page.",
        JobStopReason.PaymentPending => "New jobs are stopped: the first payment of the plan is outstanding. Finish the checkout on the Plan page.",
        JobStopReason.SubscriptionEnded => "New jobs are stopped: the plan has ended. Choose one on the Plan page.",
        JobStopReason.InvoiceUnpaid =>
            $"New jobs are stopped: an invoice has been unpaid for {SubscriptionStatusRule.SuspendedAfter.Days} days. Pay it on the Billing page and they start again at once.",
        JobStopReason.Threshold => $"New jobs are stopped: the limit of {Threshold(stop)} is reached. Choose a larger plan on the Plan page.",
        JobStopReason.IncludedUsage =>
            $"New jobs are stopped: the included usage of {Amount(stop)} is used up and this plan has no overage. Choose a larger plan on the Plan page.",
        JobStopReason.OverageCap =>
            $"New jobs are stopped: the overage cap of {Amount(stop)} is reached. Choose a larger plan on the Plan page, or ask support for a higher cap; the next billing period starts anew.",
        JobStopReason.Budget =>
            $"New jobs are stopped: the budget of {Amount(stop)} is spent. Raise it on the Usage page, or let it warn only; the next billing period starts anew.",
    };

    /// <summary>What a meter counts: <c>input tokens</c>.</summary>
    public static string Meter(string meter) => meter switch
    {
        Meters.InputTokens => "input tokens",
        Meters.OutputTokens => "output tokens",
        Meters.AgentTokens => "agent tokens",
        Meters.Searches => "web searches",
        _ => meter,
    };

    private static string Threshold(JobStop stop) => string.Create(CultureInfo.InvariantCulture, $"{stop.Threshold:N0} {Meter(stop.Meter ?? "")}");

    private static string Amount(JobStop stop) => stop.Amount is { } amount ? MoneyFormat.Exact(amount) : "";
}
