namespace OpsCenter.Domain.Subscriptions;

/// <summary>Thresholds of a plan for one billing period. A threshold that is null is none.</summary>
/// <param name="InputTokens">Of the meter <c>llm.input_tok</c>.</param>
/// <param name="OutputTokens">Of the meter <c>llm.output_tok</c>.</param>
/// <param name="AgentTokens">Of the meter <c>agent.meter_tok</c>: input and output together.</param>
/// <param name="Searches">Of the meter <c>tool.web.request</c>.</param>
public sealed record MeterLimits(long? InputTokens, long? OutputTokens, long? AgentTokens, long? Searches);
