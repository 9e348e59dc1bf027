namespace OpsCenter.Portal.Usage.Margin.Pages;

/// <summary>How the page names what it breaks margins down by.</summary>
internal static class MarginWords
{
    public static string Text(MarginDimension dimension) => dimension switch
    {
        MarginDimension.Route => "Route",
        MarginDimension.Agent => "Agent",
        MarginDimension.Customer => "Customer",
        MarginDimension.Tool => "Tool",
    };

    public static string Plural(MarginDimension dimension) => Text(dimension) + "s";

    /// <summary>What the figures of a dimension consist of.</summary>
    public static string Explanation(MarginDimension dimension) => dimension is MarginDimension.Tool
        ? "Tools only: what customers are charged for them, and what the rate card says they cost us."
        : "Model costs are the provider's report where it gave one, else the rate card's; tool costs are the rate card's. A customer's own key (BYOK) costs us nothing.";

    public static string NameOf(MarginRow row) => row.Name ?? "Customer not known yet";
}
