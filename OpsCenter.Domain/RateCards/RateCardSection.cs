namespace OpsCenter.Domain.RateCards;

/// <summary>The tables of a rate card, in the order people read them.</summary>
public enum RateCardSection
{
    /// <summary>What stands on the card once: the default agent rate. One row.</summary>
    Card,

    /// <summary>Models, by <see cref="LlmRoute.Route"/>.</summary>
    Routes,

    /// <summary>Agents, by <see cref="AgentPrice.Name"/>.</summary>
    Agents,

    /// <summary>Tools, by <see cref="ToolPrice.Name"/>.</summary>
    Tools,
}
