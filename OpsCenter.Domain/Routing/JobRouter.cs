using OpsCenter.Domain.RateCards;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// Chooses the route of a job. BYOK comes first, always: an active route that allows it, of a provider for which the customer has a key.
/// Then the class the agent prefers, if it prefers one, then house, then frontier. Inside a class the route with the highest margin on
/// this job in money (model fee less model cost of the estimated tokens, compared before rounding) is taken; ties go to the lower model
/// fee, then to the first name by ordinal comparison. Pure; the order of the card's rows does not matter.
/// </summary>
public static class JobRouter
{
    /// <summary>Chooses the route. The first call for a card prepares it; every later one takes microseconds at most.</summary>
    /// <param name="card">The version the job starts with.</param>
    /// <param name="request">The job.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of tokens is below 0 or above 10⁹.</exception>
    public static RoutingReceipt Choose(RateCard card, RoutingRequest request)
    {
        Demand(request.InputTokens, nameof(request.InputTokens));
        Demand(request.OutputTokens, nameof(request.OutputTokens));

        var table = card.Routing;

        if (request.MayUseByok && table.FirstByok(request) is { } own)
        {
            return new RoutingReceipt(card, request, own, RouteClass.Byok, RoutingReason.OwnKey);
        }

        var preferred = card.FindAgent(request.Agent)?.PreferredClass;
        var first = preferred ?? RouteClass.House;
        var second = first is RouteClass.House ? RouteClass.Frontier : RouteClass.House;

        if (table.Best(first, request) is { } best)
        {
            var reason = preferred is null ? RoutingReason.ClassOrder : RoutingReason.PreferredClass;
            return new RoutingReceipt(card, request, best, first, reason);
        }

        return table.Best(second, request) is { } next
            ? new RoutingReceipt(card, request, next, second, RoutingReason.NextClass)
            : new RoutingReceipt(card, request, null, first, RoutingReason.NoActiveRoute);
    }

    private static void Demand(long tokens, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens, field);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tokens, PriceLimits.MaxTokens, field);
    }
}
