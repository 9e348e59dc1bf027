using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a customer may do, from the facts and the time. A limit is reached when as much is used as it says.</summary>
public static class EntitlementRule
{
    /// <summary>The entitlements at a moment.</summary>
    public static Entitlements At(EntitlementFacts facts, DateTimeOffset now)
    {
        SubscriptionStatus? status = facts.Subscription is { } subscription ? SubscriptionStatusRule.At(subscription, now) : null;
        var plan = status is { } known && SubscriptionStatusRule.Entitles(known) ? facts.Plan : null;
        var cap = plan is null ? null : OverageCapOf(plan, facts);

        return new Entitlements(status, plan, cap, StopOf(facts, status, plan, cap), plan is null ? null : LeftOf(facts, plan, cap));
    }

    /// <summary>What may be owed beyond the included usage in one period: what an operator set, else some times the price of a month until an invoice with overage was paid.</summary>
    /// <returns>Null when nothing caps it, or the plan has no overage.</returns>
    public static Money? OverageCapOf(PlanVersion plan, EntitlementFacts facts) => plan switch
    {
        { LimitsStop: true } => null,
        _ when facts.SetOverageCap is { } set => set,
        _ when facts.HasPaidOverage => null,
        _ => UnprovenCapOf(plan, facts.OverageCapFactor),
    };

    /// <summary>The thresholds that are reached, as meter and value.</summary>
    public static IEnumerable<(string Meter, long Threshold)> Reached(MeterLimits limits, MeterUse use)
    {
        if (limits.InputTokens is { } input && Limit.IsReached(use.InputTokens, input))
            yield return (Meters.InputTokens, input);
        if (limits.OutputTokens is { } output && Limit.IsReached(use.OutputTokens, output))
            yield return (Meters.OutputTokens, output);
        if (limits.AgentTokens is { } agent && Limit.IsReached(use.AgentTokens, agent))
            yield return (Meters.AgentTokens, agent);
        if (limits.Searches is { } searches && Limit.IsReached<decimal>(use.Searches, searches))
            yield return (Meters.Searches, searches);
    }

    private static Money UnprovenCapOf(PlanVersion plan, decimal factor)
    {
        var month = plan.MonthlyPrice ?? plan.MonthlyWorthOf(BillingInterval.Year).ToMinorUnit();

        return (month with { Amount = month.Amount * factor }).ToMinorUnit();
    }

    private static JobStop? StopOf(EntitlementFacts facts, SubscriptionStatus? status, PlanVersion? plan, Money? cap)
    {
        if (facts.IsCustomerSuspended)
            return new JobStop(JobStopReason.CustomerSuspended);

        var bySubscription = status is { } known ? StopByStatus(known) : new JobStop(JobStopReason.NoSubscription);

        return bySubscription ?? (plan is null ? null : StopByUse(facts, plan, cap)) ?? StopByBudget(facts.Budget);
    }

    private static JobStop? StopByStatus(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Pending => new JobStop(JobStopReason.PaymentPending),
        SubscriptionStatus.Ended => new JobStop(JobStopReason.SubscriptionEnded),
        SubscriptionStatus.Suspended => new JobStop(JobStopReason.InvoiceUnpaid),
        SubscriptionStatus.Trialing or SubscriptionStatus.Active or SubscriptionStatus.PastDue or SubscriptionStatus.Grace => null,
    };

    private static JobStop? StopByUse(EntitlementFacts facts, PlanVersion plan, Money? cap)
    {
        var isUsedUp = facts.IncludedLeft.Amount <= 0;

        if (!plan.LimitsStop)
            return isUsedUp && Limit.IsReached(facts.Overage, cap) ? new JobStop(JobStopReason.OverageCap, Amount: cap) : null;

        foreach (var (meter, threshold) in Reached(plan.Limits, facts.Use))
            return new JobStop(JobStopReason.Threshold, meter, threshold);

        return isUsedUp ? new JobStop(JobStopReason.IncludedUsage, Amount: plan.Included) : null;
    }

    private static JobStop? StopByBudget(SpendingLimit? budget) =>
        budget is { Stops: true } && Limit.IsReached(budget.Spent, budget.Amount) ? new JobStop(JobStopReason.Budget, Amount: budget.Amount) : null;

    private static EntitlementsLeft LeftOf(EntitlementFacts facts, PlanVersion plan, Money? cap)
    {
        var zero = Money.Zero(plan.Currency);
        Money? overage = plan.LimitsStop ? zero : cap is { } most ? Money.Max(zero, most - facts.Overage) : null;
        Money? budget = facts.Budget is { } limit ? Money.Max(Money.Zero(limit.Amount.Currency), limit.Amount - limit.Spent) : null;

        return new EntitlementsLeft(Money.Max(zero, facts.IncludedLeft), overage, budget);
    }
}
