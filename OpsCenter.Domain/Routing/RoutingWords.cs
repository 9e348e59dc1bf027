namespace OpsCenter.Domain.Routing;

/// <summary>The words of routing towards machines, and its sentences for people.</summary>
public static class RoutingWords
{
    /// <summary>The word of a reason: <c>own_key</c>; what a report's metadata carries as <c>route_reason</c>.</summary>
    public static string Of(RoutingReason reason) => reason switch
    {
        RoutingReason.OwnKey => "own_key",
        RoutingReason.PreferredClass => "preferred_class",
        RoutingReason.ClassOrder => "class_order",
        RoutingReason.NextClass => "next_class",
        RoutingReason.NoActiveRoute => "no_active_route",
    };

    /// <summary>The word of a pick: <c>highest_margin</c>.</summary>
    public static string Of(RoutingPick pick) => pick switch
    {
        RoutingPick.OnlyRoute => "only_route",
        RoutingPick.HighestMargin => "highest_margin",
        RoutingPick.LowestPrice => "lowest_price",
        RoutingPick.FirstName => "first_name",
    };

    /// <summary>The word of a verdict: <c>lower_margin</c>.</summary>
    public static string Of(RoutingVerdict verdict) => verdict switch
    {
        RoutingVerdict.LaterClass => "later_class",
        RoutingVerdict.LowerMargin => "lower_margin",
        RoutingVerdict.HigherPrice => "higher_price",
        RoutingVerdict.LaterName => "later_name",
        RoutingVerdict.Inactive => "inactive",
    };

    /// <summary>The word of a fallback: <c>key_refused</c>; what a report's metadata carries as <c>byok_fallback</c>.</summary>
    public static string Of(ByokFallback fallback) => fallback switch
    {
        ByokFallback.KeyRefused => "key_refused",
        ByokFallback.KeyUnreadable => "key_unreadable",
        ByokFallback.NotInPlan => "not_in_plan",
        ByokFallback.NoRoute => "no_route",
    };

    /// <summary>The fallback of a word; null when it is none of ours, for other runtimes may report their own.</summary>
    public static ByokFallback? FindFallback(string word) =>
        Enum.GetValues<ByokFallback>().Where(fallback => Of(fallback) == word).Select(fallback => (ByokFallback?)fallback).FirstOrDefault();

    /// <summary>The word of a ceiling's source: <c>agent</c>.</summary>
    public static string Of(CeilingSource source) => source switch
    {
        CeilingSource.Agent => "agent",
        CeilingSource.Customer => "customer",
        CeilingSource.Request => "request",
    };

    /// <summary>Why a route was not taken, for a person.</summary>
    public static string Sentence(RoutingVerdict verdict) => verdict switch
    {
        RoutingVerdict.LaterClass => "Its class comes after the one that was taken.",
        RoutingVerdict.LowerMargin => "It leaves less money on this job.",
        RoutingVerdict.HigherPrice => "It leaves as much money, but costs the customer more.",
        RoutingVerdict.LaterName => "Nothing but its name tells it from the one that was taken.",
        RoutingVerdict.Inactive => "It is switched off.",
    };

    /// <summary>Why the customer's own key did not pay, for a person.</summary>
    public static string Sentence(ByokFallback fallback) => fallback switch
    {
        ByokFallback.KeyRefused => "The provider refused the customer's own key.",
        ByokFallback.KeyUnreadable => "The customer's own key could not be read.",
        ByokFallback.NotInPlan => "The customer's plan has no provider keys of its own.",
        ByokFallback.NoRoute => "No active route allows one of the customer's own keys.",
    };

    /// <summary>Reason and pick of a choice, for a person.</summary>
    internal static string Sentence(RoutingReceipt receipt)
    {
        var why = (receipt.Reason, receipt.Class) switch
        {
            (RoutingReason.OwnKey, _) => $"The customer's own key for {receipt.Route?.Provider} comes before every paid route.",
            (RoutingReason.PreferredClass, { } taken) => $"The agent prefers {RateCards.RateCardWords.Of(taken)} routes.",
            (RoutingReason.ClassOrder, _) => "House routes come before frontier routes.",
            (RoutingReason.NextClass, { } taken) => $"The class that comes before {RateCards.RateCardWords.Of(taken)} has no active route.",
            _ => "The rate card has no active route.",
        };

        return receipt.Pick is { } pick ? $"{why} {Sentence(pick)}" : why;
    }

    private static string Sentence(RoutingPick pick) => pick switch
    {
        RoutingPick.OnlyRoute => "It is the only route of its class.",
        RoutingPick.HighestMargin => "It leaves the most money on this job.",
        RoutingPick.LowestPrice => "Of those that leave the most money on this job, it costs the customer least.",
        RoutingPick.FirstName => "Others of its class are equal, and its name comes first.",
    };
}
