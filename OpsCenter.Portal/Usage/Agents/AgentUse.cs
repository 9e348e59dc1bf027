using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Agents;

/// <summary>What the jobs of one agent were in a while.</summary>
/// <param name="Agent">Its name, as jobs report it.</param>
/// <param name="Jobs">All jobs, failed and held ones included.</param>
/// <param name="Tokens">Input and output.</param>
/// <param name="Revenue">What customers were charged, net of reversals.</param>
public sealed record AgentUse(string Agent, long Jobs, long Tokens, Money Revenue);
