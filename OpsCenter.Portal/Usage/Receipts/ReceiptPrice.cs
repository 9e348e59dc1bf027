using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Amounts as a reader may see them: fees always, costs and margin only for operators.</summary>
/// <param name="LlmFee">Model fee.</param>
/// <param name="AgentFee">Agent fee.</param>
/// <param name="ToolsFee">Tools fee.</param>
/// <param name="Total">Sum of the fees.</param>
/// <param name="Cost">What the job cost us; null for readers who may not see it.</param>
public sealed record ReceiptPrice(Money LlmFee, Money AgentFee, Money ToolsFee, Money Total, Money? Cost)
{
    /// <summary>Total less cost; null where the cost is.</summary>
    public Money? Margin => Total - Cost;

    /// <summary>Margin in percent of the total, one decimal; null where the cost is and when the total is 0.</summary>
    public decimal? MarginPercent => Cost is { } cost ? PriceMargin.Percent(Total.Amount, cost.Amount) : null;

    internal static ReceiptPrice Of(JobPrice price, JobScope scope) =>
        new(price.LlmFee, price.AgentFee, price.ToolsFee, price.Total, scope.SeesCosts ? price.Cost : null);
}
