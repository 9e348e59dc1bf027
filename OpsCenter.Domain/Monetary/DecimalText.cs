using System.Globalization;

namespace OpsCenter.Domain.Monetary;

/// <summary>The text form of money and rates towards machines: exact, invariant, without trailing zeros, never with an exponent.</summary>
public static class DecimalText
{
    private const string Shortest = "0.############################";
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Writes 0.4690 as <c>0.469</c> and 12 as <c>12</c>.</summary>
    public static string Format(decimal value) => value.ToString(Shortest, CultureInfo.InvariantCulture);

    /// <summary>Reads a plain decimal: an optional minus, digits, an optional point and digits. No exponent, group signs or spaces.</summary>
    /// <returns>False when the text is anything else, or has more digits than a decimal can hold exactly.</returns>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0;

        return text is { Length: > 0 and <= 64 }
            && text[0] != '+' && text[^1] != '.'
            && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value)
            && DecimalsIn(text) <= value.Scale
            && SignificantDigitsIn(text) <= 28;
    }

    /// <summary>Decimals that carry information: 0.4690 has 3.</summary>
    public static int Decimals(decimal value) => Trimmed(value).Scale;

    /// <summary>The same number without trailing zeros.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private static int DecimalsIn(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);

        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static int SignificantDigitsIn(string text) => text.AsSpan().TrimStart("-0.").Length;
}
