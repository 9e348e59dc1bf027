using System.Globalization;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>Between what the card holds per 1,000 tokens and what the reader sees: the point moves, no digit changes.</summary>
public static class PriceUnits
{
    private const int LongText = 20;
    private const int MostDecimals = 28;

    /// <summary>For example <c>per 1M</c>.</summary>
    public static string Label(PriceUnit unit) => unit switch
    {
        PriceUnit.Token => "per token",
        PriceUnit.Thousand => "per 1K",
        PriceUnit.Million => "per 1M",
    };

    /// <summary>The same in a sentence: <c>per 1M tokens</c>.</summary>
    public static string Words(PriceUnit unit) => unit is PriceUnit.Token ? Label(unit) : $"{Label(unit)} tokens";

    /// <summary>A text of the card as the reader sees it. What is no number stays as it is.</summary>
    public static string Show(PriceUnit unit, string per1K) => Move(per1K, Places(unit));

    /// <summary>A text the reader typed as the card holds it. What is no number stays as it is.</summary>
    public static string Keep(PriceUnit unit, string typed) => Move(typed, -Places(unit));

    /// <summary>A price of the card as the reader sees it.</summary>
    public static decimal Show(PriceUnit unit, decimal per1K) => unit switch
    {
        PriceUnit.Token => per1K / 1_000m,
        PriceUnit.Thousand => per1K,
        PriceUnit.Million => per1K * 1_000m,
    };

    private static int Places(PriceUnit unit) => unit switch
    {
        PriceUnit.Token => -3,
        PriceUnit.Thousand => 0,
        PriceUnit.Million => 3,
    };

    private static string Move(string text, int places)
    {
        if (places == 0 || RateCardColumn.ReadNumber(text) is not { } number)
        {
            return text;
        }

        var exact = text.Length > LongText ? DecimalText.Trimmed(number) : number;
        var scale = exact.Scale - places;

        // Such a number is beyond every limit of the card in any unit, so it may stay as it is until it is corrected.
        if (scale > MostDecimals || exact > PriceLimits.MaxJobAmount)
        {
            return text;
        }

        var digits = new decimal([.. decimal.GetBits(exact)[..3], Math.Max(scale, 0) << 16]);

        return (scale < 0 ? digits * PowerOfTen(-scale) : digits).ToString(CultureInfo.InvariantCulture);
    }

    private static decimal PowerOfTen(int exponent) => exponent switch { 1 => 10m, 2 => 100m, _ => 1_000m };
}
