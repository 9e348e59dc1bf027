using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage;

/// <summary>What one tool entry of a job adds to the job's tools fee and tools cost.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Units">Units used.</param>
/// <param name="Fee">Its part of <see cref="JobPrice.ToolsFee"/>; 0 when the failure policy charges nothing.</param>
/// <param name="Cost">Its part of <see cref="JobPrice.ToolsCost"/>.</param>
public readonly record struct ToolShare(string Tool, decimal Units, Money Fee, Money Cost);
