using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsCenter.Domain.Monetary;

/// <summary>The text form of money and rates towards machines: exact, invariant, without trailing zeros, never with an exponent.</summary>
public static partial class DecimalText
{
    private const string Shortest = "0.############################";
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int MaxLength = 64;
    private const int MaxDigits = 28;

    /// <summary>Writes 0.4690 as <c>0.469</c> and 12 as <c>12</c>.</summary>
    public static string Format(decimal value) => value.ToString(Shortest, CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a plain decimal: an optional minus, digits, then optionally a point and digits. No plus, exponent, group signs, spaces,
    /// bare point (<c>.5</c>, <c>1.</c>) or digits of other scripts. Minus zero is zero.
    /// </summary>
    /// <returns>False, with 0, when the text is anything else or has more than 28 digits, from the first that is not 0 on, or 28 decimals.</returns>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0m;

        if (text is not { Length: <= MaxLength } || !PlainDecimal().IsMatch(text) || !FitsExactly(text))
        {
            return false;
        }

        var parsed = decimal.Parse(text, Plain, CultureInfo.InvariantCulture);
        value = parsed == 0m ? 0m : parsed;
        return true;
    }

    /// <summary>Decimals that carry information: 0.4690 has 3.</summary>
    public static int Decimals(decimal value) => Trimmed(value).Scale;

    /// <summary>The same number without trailing zeros: dividing by a one with all decimals makes the runtime choose the shortest scale.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainDecimal();

    private static bool FitsExactly(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var significant = text.AsSpan().TrimStart("-0.");

        return decimals <= MaxDigits && significant.Length - (significant.Contains('.') ? 1 : 0) <= MaxDigits;
    }
}
