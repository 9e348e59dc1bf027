using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>What is left of a price after its cost.</summary>
public static class PriceMargin
{
    /// <summary>Share of the price that is left, in percent with one decimal; negative when the cost is higher.</summary>
    /// <returns>Null for a price of 0, which has no share.</returns>
    public static decimal? Percent(decimal price, decimal cost) => price == 0 ? null : Rounding.To((price - cost) / price * 100m, 1);
}
