using System.Collections.Frozen;

namespace OpsCenter.Domain.Billing;

/// <summary>Which tax an invoice bears: that of the buyer's country, or none when a business in another country of the EU owes it itself (Directive 2006/112/EC, articles 44 and 196).</summary>
public static class TaxRule
{
    /// <summary>What is printed when the buyer owes the tax.</summary>
    public const string ReverseCharge = "Reverse charge: the recipient owes the value-added tax.";

    private static readonly FrozenSet<string> EuropeanUnion = new[]
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a country belongs to the European Union.</summary>
    public static bool IsInEuropeanUnion(string country) => EuropeanUnion.Contains(country);

    /// <summary>Decides.</summary>
    /// <param name="sellerCountry">Two letters; empty when the seller charges no tax.</param>
    /// <param name="buyerCountry">Two letters; empty when the buyer gave none: it is taken for the seller's.</param>
    /// <param name="buyerHasValidVatId">Whether the buyer gave a value-added tax id that is valid for its country.</param>
    /// <param name="percentByCountry">Rates of the countries in which the seller charges tax.</param>
    public static TaxDecision For(
        string sellerCountry, string buyerCountry, bool buyerHasValidVatId, IReadOnlyDictionary<string, decimal> percentByCountry)
    {
        if (sellerCountry.Length == 0)
            return TaxDecision.None;

        var country = buyerCountry.Length == 0 ? sellerCountry : buyerCountry;

        if (buyerHasValidVatId && country != sellerCountry && EuropeanUnion.Contains(country) && EuropeanUnion.Contains(sellerCountry))
            return new TaxDecision(0, ReverseCharge);

        return percentByCountry.TryGetValue(country, out var percent) ? new TaxDecision(percent, "") : TaxDecision.None;
    }
}
