using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Timestamps as RFC 3339 writes them. Digits beyond microseconds, which PostgreSQL keeps, are cut.</summary>
internal static partial class Rfc3339
{
    private const int KeptDigits = 6;

    /// <summary>Reads <c>2026-06-01T12:00:00.123456789Z</c> or with an offset such as <c>+02:00</c>; an offset is required.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        var match = Shape().Match(text);

        if (!match.Success)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(KeptDigits, '0')[..KeptDigits];
        var offset = match.Groups["offset"].Value.ToUpperInvariant() is "Z" ? "+00:00" : match.Groups["offset"].Value;
        var exact = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}.{fraction}{offset}";

        if (!DateTimeOffset.TryParseExact(exact, "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        value = parsed.ToUniversalTime();

        return true;
    }

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]{1,18}))?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Shape();
}
