using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>Sums of one roll-up row, or what is to be added to it.</summary>
internal sealed class UsageSums
{
    public long Jobs { get; set; }

    public long FailedJobs { get; set; }

    public long ByokJobs { get; set; }

    public long HeldJobs { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public long CachedInputTokens { get; set; }

    public decimal LlmFee { get; set; }

    public decimal AgentFee { get; set; }

    public decimal ToolsFee { get; set; }

    public decimal LlmCost { get; set; }

    public decimal ToolsCost { get; set; }

    public decimal Exposure { get; set; }

    /// <summary>Adds the fees and costs of a charge, or takes them away with a sign of -1.</summary>
    public void AddPrice(JobPrice price, int sign)
    {
        LlmFee += sign * price.LlmFee.Amount;
        AgentFee += sign * price.AgentFee.Amount;
        ToolsFee += sign * price.ToolsFee.Amount;
        LlmCost += sign * price.LlmCost.Amount;
        ToolsCost += sign * price.ToolsCost.Amount;
    }

    /// <summary>Adds another row of the same group.</summary>
    public void Add(UsageSums other)
    {
        Jobs += other.Jobs;
        FailedJobs += other.FailedJobs;
        ByokJobs += other.ByokJobs;
        HeldJobs += other.HeldJobs;
        InputTokens += other.InputTokens;
        OutputTokens += other.OutputTokens;
        CachedInputTokens += other.CachedInputTokens;
        LlmFee += other.LlmFee;
        AgentFee += other.AgentFee;
        ToolsFee += other.ToolsFee;
        LlmCost += other.LlmCost;
        ToolsCost += other.ToolsCost;
        Exposure += other.Exposure;
    }
}
