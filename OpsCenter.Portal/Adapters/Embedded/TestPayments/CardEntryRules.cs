using System.Globalization;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>What is wrong with a typed card before any bank is asked.</summary>
internal static class CardEntryRules
{
    /// <summary>Only the digits.</summary>
    public static string DigitsOf(string? number) => new([.. (number ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '-')]);

    /// <summary>Month and year; null when it is none.</summary>
    public static (int Month, int Year)? ExpiryOf(string? expiry)
    {
        var parts = (expiry ?? "").Split('/', StringSplitOptions.TrimEntries);

        return parts is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 0 and <= 2099
            ? (month, year < 100 ? 2000 + year : year)
            : null;
    }

    /// <summary>Every field with what is wrong with it; empty when nothing is.</summary>
    public static Dictionary<string, string> ProblemsOf(CardEntry entry, DateTimeOffset now)
    {
        var problems = new Dictionary<string, string>();
        var digits = DigitsOf(entry.Number);

        if (!TestCardNumbers.HasValidCheckDigit(digits))
            problems[nameof(entry.Number)] = digits.Length == 0 ? "Enter the card's number." : "Your card number is incorrect.";

        if (ExpiryOf(entry.Expiry) is not { } expiry)
            problems[nameof(entry.Expiry)] = "Enter month and year, such as 12/34.";
        else if (expiry.Year < now.Year || (expiry.Year == now.Year && expiry.Month < now.Month))
            problems[nameof(entry.Expiry)] = "Your card has expired.";
        else if (expiry.Year > now.Year + 50)
            problems[nameof(entry.Expiry)] = "The year is too far away.";

        var cvc = (entry.Cvc ?? "").Trim();

        if (cvc.Length != TestCardNumbers.CvcLengthOf(digits) || !cvc.All(char.IsAsciiDigit))
            problems[nameof(entry.Cvc)] = $"Enter the {TestCardNumbers.CvcLengthOf(digits)} digits on the card.";

        if (string.IsNullOrWhiteSpace(entry.Holder))
            problems[nameof(entry.Holder)] = "Enter the name on the card.";

        return problems;
    }
}
