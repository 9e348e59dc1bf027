using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>
/// What a route's other fields say already: its name and its prices. They may stand in a file, because the card's JSON has them, but must agree:
/// whoever edits a price there shall hear that the price follows from cost and markup.
/// </summary>
internal static class YamlPrices
{
    /// <summary>Name of the field with provider and model together.</summary>
    public const string Route = "route";

    private const string InputPrice = "input_price_per_1k";
    private const string OutputPrice = "output_price_per_1k";

    /// <summary>Whether a field follows from others.</summary>
    public static bool IsFollowing(RateCardSection section, string field) => section is RateCardSection.Routes && field is Route or InputPrice or OutputPrice;

    /// <summary>Fields of a valid row that say something else than those they follow from, each with a sentence.</summary>
    public static IEnumerable<(string Field, string Message)> Contradictions(RateCardRow row, IReadOnlyDictionary<string, YamlField> fields)
    {
        if (row.Section is not RateCardSection.Routes)
        {
            yield break;
        }

        if (fields.TryGetValue(Route, out var route) && route.Text != row.Key.Name)
        {
            yield return (Route, $"Provider and model make {row.Key.Name}. Change all three, or leave {Route} out.");
        }

        var factor = 1m + (row.Number(RateCardColumns.Markup) / 100m);

        foreach (var (field, cost) in new[] { (InputPrice, RateCardColumns.InputCost), (OutputPrice, RateCardColumns.OutputCost) })
        {
            if (fields.TryGetValue(field, out var price) && row.Number(cost) * factor is { } follows && RateCardColumn.ReadNumber(price.Text) != follows)
            {
                yield return (field, $"{cost.Label} and markup make {DecimalText.Format(follows)}. Change those, or leave the price out.");
            }
        }
    }
}
