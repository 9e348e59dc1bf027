using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Fee of the agent (design.md §4); BYOK does not change it.</summary>
internal static class AgentFeeRule
{
    /// <summary>agent_fee = max((input + output) × (own rate ?? default rate) ÷ 1,000, minimum fee), rounded once.</summary>
    /// <param name="card">Currency and default rate.</param>
    /// <param name="ownRate">The agent's own rate per 1,000 tokens, if it has one.</param>
    /// <param name="minFee">The agent's minimum fee; it applies to jobs that succeeded.</param>
    /// <param name="charged">What counts.</param>
    /// <param name="trace">Where the calculation is reported.</param>
    public static Money Fee<TTrace>(RateCardContent card, decimal? ownRate, decimal minFee, in ChargedUse charged, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        if (charged.IsNothing)
        {
            trace.Rule(PricePart.AgentFee, ChargedUse.NothingReason);
            return Money.Zero(card.Currency);
        }

        if (charged.IsOutputOnly)
        {
            trace.Rule(PricePart.AgentFee, ChargedUse.OutputReason);
        }

        var rate = ownRate ?? card.DefaultAgentRatePer1K;
        var tokens = charged.Tokens.InputAndOutput;
        var metered = tokens * rate / 1_000m;
        trace.AgentTokens(tokens, rate, isDefaultRate: ownRate is null, metered, minimumFollows: minFee > 0);

        var waived = charged.Basis is not ChargeBasis.Everything;
        var minimum = waived ? 0m : minFee;
        var fee = Math.Max(metered, minimum);

        if (minFee > 0)
        {
            trace.MinimumFee(minimum, waived, fee);
        }

        return Money.Fee(fee, card.Currency);
    }
}
