using System.Text;
using System.Text.RegularExpressions;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>What the text of one cell must fulfil.</summary>
public static partial class CellRules
{
    // Pages also show rates per token and per million, so their decimals are meaningless without the unit.
    private const string PerThousand = " per 1K tokens";

    /// <summary>Checks a text.</summary>
    /// <returns>Null when it is right; otherwise a sentence that says what is wrong and names the limit.</returns>
    public static string? Check(RateCardColumn column, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return column.Optional ? null : $"Enter the {column.Label}.";
        }

        if (!column.IsNumber && text.Length > column.MaxLength)
        {
            return $"At most {column.MaxLength} characters.";
        }

        return column.Kind switch
        {
            ColumnKind.Provider => ProviderName().IsMatch(text) ? null : "Lower-case letters, digits, dots, hyphens and underscores only.",
            ColumnKind.Model => ModelName().IsMatch(text) ? null : "Printable characters without spaces only.",
            ColumnKind.Identifier => Identifier().IsMatch(text) ? null : "Letters, digits, dots, hyphens and underscores only.",
            ColumnKind.Prose => IsPlainLine(text) ? null : "Plain text on one line only.",
            ColumnKind.Choice => column.Choices.Contains(text) ? null : $"Choose one of: {string.Join(", ", column.Choices)}.",
            ColumnKind.Flag => text is "true" or "false" ? null : "Say true or false.",
            ColumnKind.Rate => Number(text.Trim(), PriceLimits.MaxRatePer1K, PriceLimits.RateDecimals, PerThousand),
            ColumnKind.Markup => Number(text.Trim(), PriceLimits.MaxMarkupPercent, PriceLimits.MarkupDecimals, " %"),
            ColumnKind.UnitPrice => Number(text.Trim(), PriceLimits.MaxUnitPrice, PriceLimits.UnitPriceDecimals, " per unit"),
            ColumnKind.JobAmount => Number(text.Trim(), PriceLimits.MaxJobAmount, PriceLimits.JobAmountDecimals, " per job"),
        };
    }

    private static bool IsPlainLine(string text) => !text.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar);

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

        if (RateCardColumn.ReadNumber(text) is not { } number)
        {
            return $"At most {max:#,0}{unit}, with at most {decimals} decimals.";
        }

        return number > max ? $"At most {max:#,0}{unit}."
            : DecimalText.Decimals(number) > decimals ? $"At most {decimals} decimals{(unit == PerThousand ? unit : "")}."
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
