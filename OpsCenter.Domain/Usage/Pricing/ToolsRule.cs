using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>Fee and cost of the tools (design.md §4): each entry rounded once, then summed, so the order of the entries does not matter.</summary>
internal static class ToolsRule
{
    /// <summary>tools_fee = Σ unit price × units.</summary>
    public static Money Fee<TTrace>(RateCard card, JobUsage job, in ChargedUse charged, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        if (!charged.IsNothing)
        {
            return Sum(PricePart.ToolsFee, card, job, trace);
        }

        trace.Rule(PricePart.ToolsFee, ChargedUse.NothingReason);
        return Money.Zero(card.Content.Currency);
    }

    /// <summary>tools_cost = Σ unit cost × units; BYOK does not change it.</summary>
    public static Money Cost<TTrace>(RateCard card, JobUsage job, TTrace trace)
        where TTrace : struct, IPriceTraceSink =>
        Sum(PricePart.ToolsCost, card, job, trace);

    /// <summary>One tool entry's part of both sums.</summary>
    public static ToolShare Share(RateCard card, ToolUse use, in ChargedUse charged)
    {
        var currency = card.Content.Currency;
        // A job with an unknown tool is held before any rule runs.
        var tool = card.FindTool(use.Tool)!;
        var fee = charged.IsNothing ? Money.Zero(currency) : Money.Fee(tool.UnitPrice * use.Units, currency);

        return new ToolShare(use.Tool, use.Units, fee, Money.Fee(tool.UnitCost * use.Units, currency));
    }

    private static Money Sum<TTrace>(PricePart part, RateCard card, JobUsage job, TTrace trace)
        where TTrace : struct, IPriceTraceSink
    {
        var sum = Money.Zero(card.Content.Currency);

        foreach (var use in job.Tools)
        {
            // A job with an unknown tool is held before any rule runs.
            var tool = card.FindTool(use.Tool)!;
            var perUnit = part is PricePart.ToolsFee ? tool.UnitPrice : tool.UnitCost;
            var exact = perUnit * use.Units;

            trace.ToolUnits(part, tool, use.Units, perUnit, exact);
            sum += Money.Fee(exact, sum.Currency);
        }

        if (job.Tools.Length == 0)
        {
            trace.Rule(part, "No tools used");
        }
        else if (job.Tools.Length > 1)
        {
            trace.ToolsSum(part, sum.Amount);
        }

        return sum;
    }
}
