using OpsCenter.Brigade.Cards;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Brigade.Models;

/// <summary>A job as a model sees it.</summary>
/// <param name="Route">The route it runs on.</param>
/// <param name="Agent">The agent that runs it.</param>
/// <param name="Input">What it is about.</param>
/// <param name="MaxOutputTokens">Output tokens after which the model ends its answer.</param>
/// <param name="Key">The customer's own key under BYOK; null otherwise.</param>
public sealed record ModelCall(LlmRoute Route, AgentPrice Agent, string Input, int MaxOutputTokens, ProviderKey? Key);
