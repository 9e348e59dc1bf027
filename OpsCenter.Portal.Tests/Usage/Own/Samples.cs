using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Tests.Subscriptions;
using OpsCenter.Portal.Usage.Own;

namespace OpsCenter.Portal.Tests.Usage.Own;

/// <summary>A billing period from 1 June 2026 whose plan includes 15 dollars, in its middle.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 6, 16, 0, 0, 0, TimeSpan.Zero);

    public static PeriodView Period(decimal used = 1m, long inputTokens = 0)
    {
        var zero = Money.Zero(Currency.Usd);

        return new PeriodView
        {
            Id = Guid.Empty,
            SubscriptionId = Guid.Empty,
            PlanVersionId = Guid.Empty,
            Number = 1,
            StartsAt = Now.AddDays(-15),
            EndsAt = Now.AddDays(15),
            LlmFee = zero,
            AgentFee = zero,
            ToolsFee = zero,
            Covered = zero,
            Credited = zero,
            Invoiced = zero,
            Used = new Money(used, Currency.Usd),
            UsedCovered = zero,
            Included = new Money(15m, Currency.Usd),
            Jobs = 1,
            InputTokens = inputTokens,
            OutputTokens = 0,
            AgentTokens = 0,
            Searches = 0,
            ClosedAt = null,
        };
    }

    public static PlanVersion Plan(long? inputTokens = null, bool stops = false) =>
        SamplePlans.Starter with { LimitsStop = stops, Limits = new MeterLimits(inputTokens, null, null, null) };

    public static OwnUsage Usage(PeriodView period, PlanVersion plan, OwnDimension dimension = OwnDimension.Agent) =>
        new(OwnSpan.Of(OwnPeriod.Current, [period], Now), dimension, Now, period, plan, null, HasPlan: true, []);
}
