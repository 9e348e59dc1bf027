namespace OpsCenter.Domain.RateCards;

/// <summary>The words of the rate card's enumerations towards machines: <c>house</c>, <c>output_only</c>.</summary>
public static class RateCardWords
{
    /// <summary>Classes a row may have. <see cref="RouteClass.Byok"/> is chosen per job, never per row.</summary>
    public static IEnumerable<string> RowClasses => [Of(RouteClass.House), Of(RouteClass.Frontier)];

    /// <summary>All failure policies.</summary>
    public static IEnumerable<string> FailurePolicies => Enum.GetValues<FailurePolicy>().Select(Of);

    /// <summary>The word of a route class.</summary>
    public static string Of(RouteClass routeClass) => routeClass switch
    {
        RouteClass.Byok => "byok",
        RouteClass.House => "house",
        RouteClass.Frontier => "frontier",
    };

    /// <summary>The word of a failure policy.</summary>
    public static string Of(FailurePolicy policy) => policy switch
    {
        FailurePolicy.Bill => "bill",
        FailurePolicy.OutputOnly => "output_only",
        FailurePolicy.Free => "free",
    };

    /// <summary>The route class of a word.</summary>
    /// <exception cref="FormatException">The word is none of a route class.</exception>
    public static RouteClass ReadClass(string word) => word switch
    {
        "byok" => RouteClass.Byok,
        "house" => RouteClass.House,
        "frontier" => RouteClass.Frontier,
        _ => throw new FormatException($"'{word}' is not a route class."),
    };

    /// <summary>The failure policy of a word.</summary>
    /// <exception cref="FormatException">The word is none of a failure policy.</exception>
    public static FailurePolicy ReadPolicy(string word) => word switch
    {
        "bill" => FailurePolicy.Bill,
        "output_only" => FailurePolicy.OutputOnly,
        "free" => FailurePolicy.Free,
        _ => throw new FormatException($"'{word}' is not a failure policy."),
    };
}
