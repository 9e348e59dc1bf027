namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a customer used in a billing period, by the meters that plans have thresholds for.</summary>
/// <param name="InputTokens">Of the meter <c>llm.input_tok</c>.</param>
/// <param name="OutputTokens">Of the meter <c>llm.output_tok</c>.</param>
/// <param name="AgentTokens">Of the meter <c>agent.meter_tok</c>.</param>
/// <param name="Searches">Of the meter <c>tool.web.request</c>; units may have decimals.</param>
public sealed record MeterUse(long InputTokens, long OutputTokens, long AgentTokens, decimal Searches)
{
    /// <summary>Nothing used.</summary>
    public static MeterUse None { get; } = new(0, 0, 0, 0);
}
