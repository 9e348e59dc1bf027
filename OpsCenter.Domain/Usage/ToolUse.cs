namespace OpsCenter.Domain.Usage;

/// <summary>Units of one tool that a job used.</summary>
/// <param name="Tool">The tool's name: <c>web.search</c>.</param>
/// <param name="Units">More than 0, at most <see cref="RateCards.PriceLimits.MaxUnits"/>, at most 6 decimals.</param>
public readonly record struct ToolUse(string Tool, decimal Units);
