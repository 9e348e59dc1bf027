using System.Collections.Frozen;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>The active routes of a card, prepared for choosing: made once, then every choice is a look-up.</summary>
internal sealed class RoutingTable
{
    private readonly RouteEnvelope? house;
    private readonly RouteEnvelope? frontier;
    private readonly FrozenDictionary<string, LlmRoute> firstByokOfProvider;

    public RoutingTable(RateCardContent content)
    {
        var active = content.Routes.Where(r => r.Active).ToList();
        house = Envelope(active, RouteClass.House);
        frontier = Envelope(active, RouteClass.Frontier);

        // The model costs nobody anything under BYOK: margins and prices are all 0, so the name decides.
        firstByokOfProvider = active
            .Where(r => r.ByokEnabled)
            .GroupBy(r => r.Provider, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.MinBy(r => r.Route, StringComparer.Ordinal)!, StringComparer.Ordinal); // no group is empty
    }

    /// <summary>The first route by name that a key of the customer's pays for; null when none does.</summary>
    public LlmRoute? FirstByok(RoutingRequest request)
    {
        LlmRoute? first = null;

        foreach (var provider in request.KeyedProviders)
        {
            if (firstByokOfProvider.TryGetValue(provider, out var route)
                && request.MayTryKeyOf(provider)
                && (first is null || string.CompareOrdinal(route.Route, first.Route) < 0))
            {
                first = route;
            }
        }

        return first;
    }

    /// <summary>The best route of a paid class for the job; null when the class has no active one.</summary>
    public LlmRoute? Best(RouteClass routeClass, RoutingRequest request) =>
        (routeClass is RouteClass.House ? house : frontier)?.Best(request.InputTokens, request.OutputTokens);

    private static RouteEnvelope? Envelope(List<LlmRoute> active, RouteClass routeClass)
    {
        var routes = active.Where(r => r.Class == routeClass).Select(r => new RouteRates(r)).ToList();

        return routes.Count == 0 ? null : RouteEnvelopeBuilder.Build(routes);
    }
}
