using System.Globalization;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Plans and subscriptions in words.</summary>
public static class SubscriptionWords
{
    /// <summary>A status.</summary>
    public static string Text(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending => "Payment pending",
        SubscriptionStatus.Trialing => "Trial",
        SubscriptionStatus.Active => "Active",
        SubscriptionStatus.PastDue => "Past due",
        SubscriptionStatus.Grace => "Grace",
        SubscriptionStatus.Suspended => "Suspended",
        SubscriptionStatus.Ended => "Ended",
    };

    /// <summary>Its colour.</summary>
    public static StatusMeaning Meaning(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Trialing => StatusMeaning.Info,
        SubscriptionStatus.Active => StatusMeaning.Positive,
        SubscriptionStatus.Pending or SubscriptionStatus.PastDue or SubscriptionStatus.Grace => StatusMeaning.Warning,
        SubscriptionStatus.Suspended => StatusMeaning.Negative,
        SubscriptionStatus.Ended => StatusMeaning.Neutral,
    };

    /// <summary>What it means, as a sentence.</summary>
    public static string Hint(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending => "It starts once the first payment is made.",
        SubscriptionStatus.Trialing => "It ends by itself; nothing renews.",
        SubscriptionStatus.Active => "Everything is paid.",
        SubscriptionStatus.PastDue => "A payment failed and is tried again. Nothing is stopped.",
        SubscriptionStatus.Grace => "All tries of a payment failed. Nothing is stopped yet.",
        SubscriptionStatus.Suspended => "An invoice is unpaid. New jobs are stopped until it is paid.",
        SubscriptionStatus.Ended => "It is over. Another plan can be chosen.",
    };

    /// <summary>How often a price is paid: <c>a month</c>.</summary>
    public static string Per(BillingInterval interval) => interval switch
    {
        BillingInterval.Once => "once",
        BillingInterval.Month => "a month",
        BillingInterval.Year => "a year",
    };

    /// <summary>What a plan gives, a line each, the most important first.</summary>
    public static IEnumerable<string> Features(PlanVersion plan)
    {
        yield return plan.OnceHours is { } hours
            ? $"{MoneyFormat.Exact(plan.Included)} of usage included, for {Span(hours)}"
            : $"{MoneyFormat.Exact(plan.Included)} of usage included every month";
        yield return plan.LimitsStop ? "Stops when that is used up: no overage" : "Overage at the rate card's prices";

        foreach (var (count, meter) in Thresholds(plan.Limits))
            yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} {EntitlementWords.Meter(meter)}");

        if (plan.Limits == new MeterLimits(null, null, null, null))
            yield return "No thresholds for tokens and searches";
        if (plan.Byok)
            yield return "Your own provider keys (BYOK)";
        if (plan.AuditExport)
            yield return "Audit export";
        if (plan.MaxJobCost is { } most)
            yield return $"A job costs at most {MoneyFormat.Exact(most)}";
        yield return plan.Seats == 1 ? "1 seat" : string.Create(CultureInfo.InvariantCulture, $"{plan.Seats:N0} seats");
    }

    /// <summary>The thresholds that a plan has, with their meters.</summary>
    public static IEnumerable<(long Count, string Meter)> Thresholds(MeterLimits limits)
    {
        if (limits.InputTokens is { } input)
            yield return (input, Domain.Usage.Meters.InputTokens);
        if (limits.OutputTokens is { } output)
            yield return (output, Domain.Usage.Meters.OutputTokens);
        if (limits.AgentTokens is { } agent)
            yield return (agent, Domain.Usage.Meters.AgentTokens);
        if (limits.Searches is { } searches)
            yield return (searches, Domain.Usage.Meters.Searches);
    }

    /// <summary>What a planned change is to: another plan, another interval, or a newer version.</summary>
    public static string Change(PlanVersion current, PlanVersion next, BillingInterval interval, bool isMove) => (current.Code == next.Code, isMove, interval) switch
    {
        (false, _, _) => next.Name,
        (true, true, _) => $"the current version of {next.Name}",
        (true, false, BillingInterval.Year) => $"{next.Name}, paid yearly",
        (true, false, BillingInterval.Month or BillingInterval.Once) => $"{next.Name}, paid monthly",
    };

    /// <summary>A price with its interval: <c>$19.00 a month</c>.</summary>
    public static string Price(Money price, BillingInterval interval) => $"{MoneyFormat.Exact(price)} {Per(interval)}";

    private static string Span(int hours) => (hours % 24) switch
    {
        0 when hours == 24 => "1 day",
        0 => string.Create(CultureInfo.InvariantCulture, $"{hours / 24} days"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{hours} hours"),
    };
}
