using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>
/// Where the pricing rules report what they calculated. Implemented by structs, so that the compiler makes a version of the rules
/// for each: without a trace the calls vanish, and there is still one body of rules.
/// </summary>
internal interface IPriceTraceSink
{
    /// <summary>A rule speaks: the part is 0, or what it names counts 0.</summary>
    void Rule(PricePart part, string reason);

    /// <summary>Tokens at the route's costs; rounded when it is the part's amount, carried on exactly when a markup follows.</summary>
    void TokensAtCost(PricePart part, LlmRoute route, JobTokens tokens, decimal exact);

    /// <summary>The model fee: the step before × the markup factor.</summary>
    void Markup(LlmRoute route, decimal exact);

    /// <summary>Tokens at an agent's rate; carried on exactly when the agent has a minimum fee.</summary>
    void AgentTokens(long tokens, decimal rate, bool isDefaultRate, decimal exact, bool minimumFollows);

    /// <summary>The agent fee: the larger of the step before and the minimum, which is 0 when it is waived.</summary>
    void MinimumFee(decimal minimum, bool waived, decimal exact);

    /// <summary>The model cost as the provider reported it.</summary>
    void ReportedCost(decimal reported);

    /// <summary>One tool entry at its price or cost per unit.</summary>
    void ToolUnits(PricePart part, ToolPrice tool, decimal units, decimal perUnit, decimal exact);

    /// <summary>All entries of <see cref="ToolUnits"/> of a part together.</summary>
    void ToolsSum(PricePart part, decimal sum);

    /// <summary>What the customer pays: the three fees together.</summary>
    void Total(Money llmFee, Money agentFee, Money toolsFee);

    /// <summary>Cost and margin of the finished price.</summary>
    void CostAndMargin(JobPrice price);
}
