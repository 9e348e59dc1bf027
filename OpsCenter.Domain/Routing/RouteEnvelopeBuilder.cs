using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// Finds the ratios at which the best route changes: the corners of the convex hull of the margins, and where several routes share such a
/// corner, those of the hull of their prices.
/// </summary>
internal sealed class RouteEnvelopeBuilder
{
    private readonly List<RouteRates> all;
    private readonly ImmutableArray<TokenMix>.Builder turns = ImmutableArray.CreateBuilder<TokenMix>();
    private readonly ImmutableArray<LlmRoute>.Builder atTurns = ImmutableArray.CreateBuilder<LlmRoute>();
    private readonly ImmutableArray<LlmRoute>.Builder between = ImmutableArray.CreateBuilder<LlmRoute>();

    private RouteEnvelopeBuilder(List<RouteRates> all) => this.all = all;

    /// <param name="routes">At least one.</param>
    public static RouteEnvelope Build(List<RouteRates> routes)
    {
        var builder = new RouteEnvelopeBuilder(routes);
        builder.ByMargin();

        return new RouteEnvelope
        {
            Turns = builder.turns.ToImmutable(),
            AtTurns = builder.atTurns.ToImmutable(),
            Between = builder.between.ToImmutable(),
            OnlyInput = builder.BestAt(TokenMix.OnlyInput),
            OnlyOutput = builder.BestAt(TokenMix.OnlyOutput),
            NoTokens = FirstByName(routes),
        };
    }

    private void ByMargin()
    {
        var groups = all.ToLookup(r => r.Margin);

        Walk(Hull(groups.Select(g => g.Key)), TokenMix.OnlyInput, TokenMix.OnlyOutput, (margin, from, to) => ByPrice([.. groups[margin]], from, to));
    }

    private void ByPrice(List<RouteRates> routes, TokenMix from, TokenMix to)
    {
        // The lowest price is the highest of its negatives.
        var groups = routes.ToLookup(r => -r.Price);

        Walk(Hull(groups.Select(g => g.Key)), from, to, (price, _, _) => between.Add(FirstByName(groups[price])));
    }

    /// <summary>Visits the corners that are best somewhere between two mixes, both excluded, and notes the turns between them.</summary>
    private void Walk(List<RatePair> corners, TokenMix from, TokenMix to, Action<RatePair, TokenMix, TokenMix> visit)
    {
        var start = from;

        for (var i = 0; i < corners.Count; i++)
        {
            var turn = i + 1 < corners.Count ? Turn(corners[i], corners[i + 1]) : to;

            if (turn.CompareTo(start) <= 0)
            {
                continue;
            }

            var isLast = turn.CompareTo(to) >= 0;
            visit(corners[i], start, isLast ? to : turn);

            if (isLast)
            {
                return;
            }

            turns.Add(turn);
            atTurns.Add(BestAt(turn));
            start = turn;
        }
    }

    /// <summary>The pairs that alone are highest for some mix of both kinds of tokens, by rising share of output.</summary>
    private static List<RatePair> Hull(IEnumerable<RatePair> pairs)
    {
        var corners = new List<RatePair>();

        foreach (var pair in pairs.OrderByDescending(p => p.Input).ThenByDescending(p => p.Output))
        {
            // What is no better in output than one that is no worse in input is never alone the highest.
            if (corners.Count > 0 && pair.Output <= corners[^1].Output)
            {
                continue;
            }

            while (corners.Count > 1 && Turn(corners[^2], corners[^1]).CompareTo(Turn(corners[^1], pair)) >= 0)
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add(pair);
        }

        return corners;
    }

    /// <summary>The mix for which two pairs come to the same; the first has more for input, the second more for output.</summary>
    private static TokenMix Turn(RatePair first, RatePair second) => new(second.Output - first.Output, first.Input - second.Input);

    private LlmRoute BestAt(TokenMix mix) =>
        all.Order(new RouteComparer(mix)).ThenBy(r => r.Route.Route, StringComparer.Ordinal).First().Route;

    // Callers pass groups, and no group is empty.
    private static LlmRoute FirstByName(IEnumerable<RouteRates> routes) => routes.MinBy(r => r.Route.Route, StringComparer.Ordinal)!.Route;
}
