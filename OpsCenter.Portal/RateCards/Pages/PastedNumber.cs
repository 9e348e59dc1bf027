using System.Text.RegularExpressions;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>
/// A number as spreadsheets and price lists show it: <c>$1,234.50</c>, <c>25 %</c>, <c>1 234.5</c>. Only what has one meaning is read:
/// <c>1,234</c> is a thousand in one country and one and a bit in another, and nobody's price shall depend on that.
/// </summary>
internal static partial class PastedNumber
{
    /// <summary>Reads a number.</summary>
    /// <returns>The plain number; null when it is none or may be two.</returns>
    public static string? Clean(string text)
    {
        var bare = Decoration().Replace(text.Trim(), "").Trim();

        return Plain().IsMatch(bare) ? bare
            : Spaced().IsMatch(bare) ? Space().Replace(bare, "")
            : Grouped().IsMatch(bare) ? bare.Replace(",", "", StringComparison.Ordinal)
            : null;
    }

    /// <summary>Why a text was not read.</summary>
    public static string Refusal(string text) => OneComma().IsMatch(Decoration().Replace(text.Trim(), "").Trim())
        ? $"“{Short(text)}” may mean two numbers; write a point for decimals and no comma"
        : $"“{Short(text)}” is no number";

    private static string Short(string text) => text.Trim() is { Length: > 20 } longer ? $"{longer[..20]}…" : text.Trim();

    // A currency's sign or code in front or behind, and percent.
    [GeneratedRegex(@"^(\p{Sc}|[A-Z]{3}\s)\s*|\s*(\p{Sc}|\s[A-Z]{3}|%)\z")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^-?([0-9]+(\.[0-9]+)?|\.[0-9]+)\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}([\s'’][0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"[\s'’]")]
    private static partial Regex Space();

    // Two groups, or a point behind the group, leave no doubt.
    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(,[0-9]{3}){2,}(\.[0-9]+)?\z|^-?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+\z")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9.]*,[0-9]*\z")]
    private static partial Regex OneComma();
}
