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
        return SymbolOf(money.Currency) is { } symbol ? $"{sign}{symbol}{digits}" : $"{sign}{digits} {money.Currency}";
    }

    /// <summary>All 12 decimals and the code, for example <c>0.469000000000 USD</c>.</summary>
    public static string AllDigits(Money money) => $"{money.Amount.ToString(Full, CultureInfo.InvariantCulture)} {money.Currency}";

    // Other dollars, crowns and pounds share a symbol, so only these three are unmistakable.
    private static string? SymbolOf(Currency currency) => currency.Code switch { "USD" => "$", "EUR" => "€", "GBP" => "£", _ => null };
}
