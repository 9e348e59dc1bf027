using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Domain.Routing;

/// <summary>Explains a choice after it was made, by looking at every route of the card; it does not share a line with the look-up that chose.</summary>
internal static class RoutingComparison
{
    public static RoutingPick PickOf(RoutingReceipt receipt)
    {
        var others = receipt.Alternatives.Where(a => a.Class == receipt.Class && a.Verdict is not RoutingVerdict.Inactive).ToList();

        return others switch
        {
            [] => RoutingPick.OnlyRoute,
            _ when others.Any(a => a.Verdict is RoutingVerdict.LaterName) => RoutingPick.FirstName,
            _ when others.Any(a => a.Verdict is RoutingVerdict.HigherPrice) => RoutingPick.LowestPrice,
            _ => RoutingPick.HighestMargin,
        };
    }

    public static ByokFallback? FallbackOf(RoutingReceipt receipt) => receipt switch
    {
        { Byok: true } or { Request.HasKey: false } => null,
        { Request.MayUseByok: false } => ByokFallback.NotInPlan,
        { Request.RefusedProviders: not [] } => ByokFallback.KeyRefused,
        { Request.UnreadableProviders: not [] } => ByokFallback.KeyUnreadable,
        _ => ByokFallback.NoRoute,
    };

    public static ImmutableArray<RoutingAlternative> AlternativesOf(RoutingReceipt receipt)
    {
        var order = OrderOf(receipt);
        var compared = new RouteComparer(MixOf(receipt.Request));
        var chosen = receipt.Route is { } route ? new RouteRates(route) : null;

        return
        [
            .. receipt.Card.Content.Routes
                .Where(r => r.Route != receipt.Route?.Route)
                .Select(r => (Rates: new RouteRates(r), Class: ClassOf(r, receipt.Request)))
                .OrderBy(r => !r.Rates.Route.Active)
                .ThenBy(r => Array.IndexOf(order, r.Class))
                .ThenBy(r => r.Class is RouteClass.Byok ? null : r.Rates, compared)
                .ThenBy(r => r.Rates.Route.Route, StringComparer.Ordinal)
                .Select(r => Alternative(receipt, r.Rates, r.Class, chosen, compared)),
        ];
    }

    /// <summary>The model fee of the estimated tokens, by the rule that charges it.</summary>
    public static Money PriceOf(RoutingReceipt receipt, LlmRoute? route, RouteClass? routeClass) =>
        LlmRule.Fee(receipt.Card.Content.Currency, Paid(route, routeClass), ChargedUse.Of(JobOf(receipt), FailurePolicy.Bill), default(NoTrace));

    /// <summary>That fee less the cost of the model, each rounded as a ledger entry is.</summary>
    public static Money MarginOf(RoutingReceipt receipt, LlmRoute? route, RouteClass? routeClass) =>
        PriceOf(receipt, route, routeClass)
            - LlmRule.Cost(receipt.Card.Content.Currency, Paid(route, routeClass), JobOf(receipt), default(NoTrace));

    private static RoutingAlternative Alternative(
        RoutingReceipt receipt, RouteRates rates, RouteClass routeClass, RouteRates? chosen, RouteComparer compared) => new(
            rates.Route,
            routeClass,
            PriceOf(receipt, rates.Route, routeClass),
            MarginOf(receipt, rates.Route, routeClass),
            VerdictOf(receipt, rates, routeClass, chosen, compared));

    private static RoutingVerdict VerdictOf(
        RoutingReceipt receipt, RouteRates rates, RouteClass routeClass, RouteRates? chosen, RouteComparer compared)
    {
        if (!rates.Route.Active)
        {
            return RoutingVerdict.Inactive;
        }

        if (chosen is null || routeClass != receipt.Class)
        {
            return RoutingVerdict.LaterClass;
        }

        return routeClass is RouteClass.Byok ? RoutingVerdict.LaterName : compared.Verdict(rates, chosen);
    }

    // No cached tokens: nobody knows them before the job.
    private static JobUsage JobOf(RoutingReceipt receipt) => new()
    {
        Agent = receipt.Request.Agent,
        Route = receipt.Route?.Route ?? "",
        InputTokens = receipt.Request.InputTokens,
        OutputTokens = receipt.Request.OutputTokens,
    };

    private static TokenMix? MixOf(RoutingRequest request) =>
        request is { InputTokens: 0, OutputTokens: 0 } ? null : new TokenMix(request.InputTokens, request.OutputTokens);

    private static LlmRoute? Paid(LlmRoute? route, RouteClass? routeClass) => routeClass is RouteClass.Byok ? null : route;

    private static RouteClass ClassOf(LlmRoute route, RoutingRequest request) =>
        request.MayUseByok
            && route.ByokEnabled
            && request.KeyedProviders.Contains(route.Provider)
            && request.MayTryKeyOf(route.Provider)
                ? RouteClass.Byok
                : route.Class;

    private static RouteClass[] OrderOf(RoutingReceipt receipt) =>
        receipt.Card.FindAgent(receipt.Request.Agent)?.PreferredClass is RouteClass.Frontier
            ? [RouteClass.Byok, RouteClass.Frontier, RouteClass.House]
            : [RouteClass.Byok, RouteClass.House, RouteClass.Frontier];
}
