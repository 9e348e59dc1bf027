namespace OpsCenter.Domain.Subscriptions;

/// <summary>Names of the meters that plans have thresholds for.</summary>
public static class Meters
{
    /// <summary>Tokens that a model read.</summary>
    public const string InputTokens = "llm.input_tok";

    /// <summary>Tokens that a model wrote.</summary>
    public const string OutputTokens = "llm.output_tok";

    /// <summary>Tokens that an agent handled: both together.</summary>
    public const string AgentTokens = "agent.meter_tok";

    /// <summary>Searches of the web.</summary>
    public const string Searches = "tool.web.request";
}
