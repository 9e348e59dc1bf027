using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// Which route a job takes and why. The choice is made; what explains it (<see cref="Pick"/>, <see cref="Sentence"/>,
/// <see cref="Alternatives"/>) is worked out when first asked for, always with the same answer.
/// </summary>
public sealed class RoutingReceipt
{
    private readonly RouteClass routeClass;
    private ImmutableArray<RoutingAlternative>? alternatives;

    internal RoutingReceipt(RateCard card, RoutingRequest request, LlmRoute? route, RouteClass routeClass, RoutingReason reason)
    {
        (Card, Request, Route, Reason) = (card, request, route, reason);
        this.routeClass = routeClass;
    }

    /// <summary>The version that decided.</summary>
    public RateCard Card { get; }

    /// <summary>What was asked.</summary>
    public RoutingRequest Request { get; }

    /// <summary>The route to take; null when there is none.</summary>
    public LlmRoute? Route { get; }

    /// <summary>The class it is taken as: BYOK when the customer's key pays, else the route's own; null without a route.</summary>
    public RouteClass? Class => Route is null ? null : routeClass;

    /// <summary>Whether the customer's own key pays for the model.</summary>
    public bool Byok => Class is RouteClass.Byok;

    /// <summary>Why that class, or why none.</summary>
    public RoutingReason Reason { get; }

    /// <summary>What told the route from the others of its class; null without a route.</summary>
    public RoutingPick? Pick => Route is null ? null : RoutingComparison.PickOf(this);

    /// <summary>Why the customer's own key does not pay although it has one; null when it does pay, or has none.</summary>
    public ByokFallback? Fallback => RoutingComparison.FallbackOf(this);

    /// <summary>Reason and pick for a person.</summary>
    public string Sentence => RoutingWords.Sentence(this);

    /// <summary>The model fee of the estimated tokens: 0 under BYOK and without a route.</summary>
    public Money Price => RoutingComparison.PriceOf(this, Route, Class);

    /// <summary>What is left of it after the model's cost: 0 under BYOK and without a route.</summary>
    public Money Margin => RoutingComparison.MarginOf(this, Route, Class);

    /// <summary>All other routes of the card in the order in which they would have been taken, switched-off ones last.</summary>
    public ImmutableArray<RoutingAlternative> Alternatives => alternatives ??= RoutingComparison.AlternativesOf(this);
}
