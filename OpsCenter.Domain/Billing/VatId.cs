using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OpsCenter.Domain.Billing;

/// <summary>Value-added tax ids of the European Union, by the shape each country publishes. Whether an id is registered, only the country's register knows.</summary>
public static partial class VatId
{
    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["AT"] = "U[0-9]{8}",
        ["BE"] = "[01][0-9]{9}",
        ["BG"] = "[0-9]{9,10}",
        ["CY"] = "[0-9]{8}[A-Z]",
        ["CZ"] = "[0-9]{8,10}",
        ["DE"] = "[0-9]{9}",
        ["DK"] = "[0-9]{8}",
        ["EE"] = "[0-9]{9}",
        ["ES"] = "[A-Z0-9][0-9]{7}[A-Z0-9]",
        ["FI"] = "[0-9]{8}",
        ["FR"] = "[A-HJ-NP-Z0-9]{2}[0-9]{9}",
        ["GR"] = "[0-9]{9}",
        ["HR"] = "[0-9]{11}",
        ["HU"] = "[0-9]{8}",
        ["IE"] = "([0-9]{7}[A-W][A-I]?|[0-9][A-Z+*][0-9]{5}[A-W])",
        ["IT"] = "[0-9]{11}",
        ["LT"] = "([0-9]{9}|[0-9]{12})",
        ["LU"] = "[0-9]{8}",
        ["LV"] = "[0-9]{11}",
        ["MT"] = "[0-9]{8}",
        ["NL"] = "[0-9A-Z+*]{10}[0-9]{2}",
        ["PL"] = "[0-9]{10}",
        ["PT"] = "[0-9]{9}",
        ["RO"] = "[0-9]{2,10}",
        ["SE"] = "[0-9]{12}",
        ["SI"] = "[0-9]{8}",
        ["SK"] = "[0-9]{10}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An id without spaces, dots and hyphens, in capitals.</summary>
    public static string Normalize(string text) => Separators().Replace(text, "").ToUpperInvariant();

    /// <summary>What the ids of a country begin with: its code, but for Greece.</summary>
    public static string PrefixOf(string country) => country == "GR" ? "EL" : country;

    /// <summary>Whether an id has the shape that a country gives its ids, the country's prefix included (Greece writes EL).</summary>
    /// <param name="normalized">From <see cref="Normalize"/>.</param>
    /// <param name="country">Two letters.</param>
    public static bool IsValid(string normalized, string country)
    {
        var prefix = PrefixOf(country);

        return Shapes.TryGetValue(country, out var shape)
            && normalized.StartsWith(prefix, StringComparison.Ordinal)
            && Regex.IsMatch(normalized[prefix.Length..], $@"\A{shape}\z", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"[\s.\-]+")]
    private static partial Regex Separators();
}
