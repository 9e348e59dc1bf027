using System.Globalization;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>How cards are spoken of.</summary>
internal static class CardWords
{
    /// <summary>The brand's name.</summary>
    public static string Name(string brand) => brand switch
    {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "" or "unknown" => "Card",
        _ => char.ToUpperInvariant(brand[0]) + brand[1..],
    };

    /// <summary>For example <c>12/34</c>.</summary>
    public static string Expiry(int month, int year) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{year % 100:00}");
}
