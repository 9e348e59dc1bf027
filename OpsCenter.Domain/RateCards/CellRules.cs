using System.Text;
using System.Text.RegularExpressions;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>What the text of one cell must fulfil.</summary>
public static partial class CellRules
{
    private const int MaxProseLength = 500;

    /// <summary>Checks a text.</summary>
    /// <returns>Null when it is right; otherwise a sentence that says what is wrong and names the limit.</returns>
    public static string? Check(RateCardColumn column, string text)
    {
        var trimmed = text.Trim();

        if (trimmed.Length == 0)
        {
            return column.Optional ? null : $"Enter the {column.Label}.";
        }

        return column.Kind switch
        {
            ColumnKind.Provider => Name(ProviderName(), trimmed, "Lower-case letters, digits, dots, hyphens and underscores only."),
            ColumnKind.Model => Name(ModelName(), trimmed, "Printable characters without spaces only."),
            ColumnKind.Identifier => Name(Identifier(), trimmed, "Letters, digits, dots, hyphens and underscores only."),
            ColumnKind.Prose => Prose(trimmed, column.Optional ? MaxProseLength : PriceLimits.MaxNameLength),
            ColumnKind.Choice => column.Choices.Contains(trimmed) ? null : $"Choose one of: {string.Join(", ", column.Choices)}.",
            ColumnKind.Flag => trimmed is "true" or "false" ? null : "Say true or false.",
            ColumnKind.Rate => Number(trimmed, PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals, " per 1K tokens"),
            ColumnKind.Markup => Number(trimmed, PriceLimits.MaxMarkupPercent, PriceLimits.MarkupDecimals, " %"),
            ColumnKind.UnitPrice => Number(trimmed, PriceLimits.MaxUnitPrice, PriceLimits.UnitPriceDecimals, " per unit"),
            ColumnKind.JobAmount => Number(trimmed, PriceLimits.MaxJobAmount, PriceLimits.JobAmountDecimals, " per job"),
        };
    }

    private static string? Name(Regex allowed, string text, string rule) =>
        text.Length > PriceLimits.MaxNameLength ? $"At most {PriceLimits.MaxNameLength} characters."
        : allowed.IsMatch(text) ? null
        : rule;

    private static string? Prose(string text, int maxLength) =>
        text.Length > maxLength ? $"At most {maxLength} characters."
        : text.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar) ? "Plain text on one line only."
        : null;

    private static string? Number(string text, decimal max, int decimals, string unit)
    {
        if (!PlainNumber().IsMatch(text))
        {
            return text.Contains(',', StringComparison.Ordinal) ? "Write a point for decimals and no commas: 0.03" : "Write a number: 0.03";
        }

        if (text[0] == '-')
        {
            return "Must be 0 or more.";
        }

        if (!DecimalText.TryParse(text, out var number))
        {
            return $"At most {max:#,0}{unit}, with at most {decimals} decimals.";
        }

        return number > max ? $"At most {max:#,0}{unit}."
            : DecimalText.Decimals(number) > decimals ? $"At most {decimals} decimals."
            : null;
    }

    [GeneratedRegex(@"^[a-z0-9._-]+\z")]
    private static partial Regex ProviderName();

    [GeneratedRegex(@"^[^\s\p{C}]+\z")]
    private static partial Regex ModelName();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^-?([0-9]+(\.[0-9]+)?|\.[0-9]+)\z")]
    private static partial Regex PlainNumber();
}
