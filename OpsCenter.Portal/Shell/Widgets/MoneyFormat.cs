using System.Globalization;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Amounts as people read them: never rounded, at least 2 decimals, up to the 12 that the ledger keeps, without trailing zeros.</summary>
public static class MoneyFormat
{
    private const string Short = "#,##0.00##########";
    private const string Full = "#,##0.000000000000";

    /// <summary>For example <c>$0.469</c>, <c>-€12.00</c>, <c>0.469 CHF</c>.</summary>
    /// <exception cref="ArgumentException">The amount has more decimals than the ledger keeps, so showing it would round it.</exception>
    public static string Exact(Money money)
    {
        if (DecimalText.Decimals(money.Amount) > Rounding.FeeDecimals)
            throw new ArgumentException($"{money} has more than {Rounding.FeeDecimals} decimals; round it by the rules first.", nameof(money));
        var sign = money.IsNegative ? "-" : "";
        var digits = Math.Abs(money.Amount).ToString(Short, CultureInfo.InvariantCulture);
        return sign + WithSymbol(digits, money.Currency);
    }

    /// <summary>All 12 decimals and the code, for example <c>0.469000000000 USD</c>.</summary>
    public static string AllDigits(Money money) => $"{money.Amount.ToString(Full, CultureInfo.InvariantCulture)} {money.Currency}";

    /// <summary>At the currency's minor unit, for figures that nobody pays: <c>$1,234.57</c>. What is there but too little to show is <c>&lt; $0.01</c>.</summary>
    public static string Rounded(Money money)
    {
        var rounded = money.ToMinorUnit();
        var isLost = rounded.Amount == 0m && money.Amount != 0m;
        var shown = isLost ? new Money(SmallestOf(money.Currency), money.Currency) : rounded;
        var digits = Math.Abs(shown.Amount).ToString($"N{money.Currency.MinorUnits}", CultureInfo.InvariantCulture);
        return $"{(isLost ? "< " : "")}{(money.IsNegative ? "-" : "")}{WithSymbol(digits, money.Currency)}";
    }

    /// <summary>For the axis of a chart: <c>$0.002</c>, <c>$12.50</c>, <c>$40</c>, <c>$12K</c>.</summary>
    public static string Axis(Money money) => money.Amount switch
    {
        >= 10_000m => WithSymbol(CompactNumber.Of(money.Amount), money.Currency),
        var whole when whole == decimal.Truncate(whole) => WithSymbol(whole.ToString("N0", CultureInfo.InvariantCulture), money.Currency),
        var exact => WithSymbol(exact.ToString(Short, CultureInfo.InvariantCulture), money.Currency),
    };

    private static decimal SmallestOf(Currency currency) => new(1, 0, 0, isNegative: false, (byte)currency.MinorUnits);

    private static string WithSymbol(string digits, Currency currency) =>
        SymbolOf(currency) is { } symbol ? symbol + digits : $"{digits} {currency}";

    // Other dollars, crowns and pounds share a symbol, so only these three are unmistakable.
    private static string? SymbolOf(Currency currency) => currency.Code switch { "USD" => "$", "EUR" => "€", "GBP" => "£", _ => null };
}
