using Microsoft.AspNetCore.Identity;

namespace OpsCenter.Portal.Accounts;

/// <summary>Mail addresses as names of accounts.</summary>
public static class EmailAddress
{
    /// <summary>Longest address in characters, as mail servers have it.</summary>
    public const int MaxLength = 254;

    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    /// <summary>Whether a text can be an address: one @ with something before it and after it, no blanks or control characters.</summary>
    public static bool IsPossible(string text) =>
        text.Length is > 2 and <= MaxLength
        && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    /// <summary>The form under which an account is found, as Identity writes it.</summary>
    public static string Normalize(string text) => Normalizer.NormalizeEmail(text.Trim());
}
