using System.Collections.Immutable;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>The meters of a billing period against the thresholds of its plan.</summary>
public static class MeterLines
{
    /// <summary>All four, in the order of the plan's terms.</summary>
    public static ImmutableArray<MeterLine> Of(PeriodView period, PlanVersion plan, DateTimeOffset now)
    {
        return
        [
            Line(Meters.InputTokens, period.InputTokens, plan.Limits.InputTokens),
            Line(Meters.OutputTokens, period.OutputTokens, plan.Limits.OutputTokens),
            Line(Meters.AgentTokens, period.AgentTokens, plan.Limits.AgentTokens),
            Line(Meters.Searches, period.Searches, plan.Limits.Searches),
        ];

        MeterLine Line(string meter, decimal used, long? threshold) =>
            new(meter, used, threshold, LinearProjection.AtEnd(used, period.StartsAt, period.EndsAt, now));
    }
}
