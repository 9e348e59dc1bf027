using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>A route of the card with what it would have been for the job.</summary>
/// <param name="Route">The route.</param>
/// <param name="Class">The class it would have run as: BYOK when a key of the customer's allows it, else its own.</param>
/// <param name="Price">The model fee of the estimated tokens; 0 under BYOK.</param>
/// <param name="Margin">What is left of it after the model's cost; 0 under BYOK.</param>
/// <param name="Verdict">Why it was not taken.</param>
public sealed record RoutingAlternative(LlmRoute Route, RouteClass Class, Money Price, Money Margin, RoutingVerdict Verdict);
