using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>A job's price as the audit trail keeps it: exact decimals as text.</summary>
internal static class CorrectionAudit
{
    public static object StateOf(JobPrice price, int? version) => new
    {
        RateCardVersion = version,
        Currency = price.Total.Currency.Code,
        LlmFee = DecimalText.Format(price.LlmFee.Amount),
        AgentFee = DecimalText.Format(price.AgentFee.Amount),
        ToolsFee = DecimalText.Format(price.ToolsFee.Amount),
        Total = DecimalText.Format(price.Total.Amount),
        Cost = DecimalText.Format(price.Cost.Amount),
    };
}
