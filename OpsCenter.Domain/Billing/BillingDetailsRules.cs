namespace OpsCenter.Domain.Billing;

/// <summary>What may stand in billing details. All fields may be empty; an address that is begun must be whole.</summary>
public static class BillingDetailsRules
{
    /// <summary>Most characters of a name or a line.</summary>
    public const int MaxLine = 120;

    /// <summary>Most characters of a mail address.</summary>
    public const int MaxEmail = 254;

    /// <summary>Most characters of a tax id or a postal code.</summary>
    public const int MaxShort = 30;

    /// <summary>The details without spaces around, codes in capitals, the tax id without separators.</summary>
    public static BillingDetails Normalize(BillingDetails given) => given with
    {
        LegalName = given.LegalName.Trim(),
        Email = given.Email.Trim(),
        Line1 = given.Line1.Trim(),
        Line2 = given.Line2.Trim(),
        PostalCode = given.PostalCode.Trim(),
        City = given.City.Trim(),
        Country = given.Country.Trim().ToUpperInvariant(),
        TaxId = VatId.Normalize(given.TaxId.Trim()),
    };

    /// <summary>What is wrong, field by field; empty when nothing is.</summary>
    /// <param name="details">From <see cref="Normalize"/>.</param>
    public static IReadOnlyDictionary<BillingDetailsField, string> ProblemsOf(BillingDetails details)
    {
        var problems = new Dictionary<BillingDetailsField, string>();
        Check(BillingDetailsField.LegalName, TextProblem(details.LegalName, MaxLine));
        Check(BillingDetailsField.Email, TextProblem(details.Email, MaxEmail) ?? EmailProblem(details.Email));
        Check(BillingDetailsField.Line1, TextProblem(details.Line1, MaxLine) ?? Missing(details.Line1, details, "Enter street and number."));
        Check(BillingDetailsField.Line2, TextProblem(details.Line2, MaxLine));
        Check(BillingDetailsField.PostalCode, TextProblem(details.PostalCode, MaxShort));
        Check(BillingDetailsField.City, TextProblem(details.City, MaxLine) ?? Missing(details.City, details, "Enter the town."));
        Check(BillingDetailsField.Country, CountryProblem(details));
        Check(BillingDetailsField.TaxId, TextProblem(details.TaxId, MaxShort) ?? TaxIdProblem(details));

        return problems;

        void Check(BillingDetailsField field, string? problem)
        {
            if (problem is not null)
                problems[field] = problem;
        }
    }

    private static string? TextProblem(string text, int most) =>
        text.Length > most ? $"At most {most} characters."
        : text.Any(char.IsControl) ? "Use one line without special signs."
        : null;

    private static string? EmailProblem(string email)
    {
        if (email.Length == 0)
            return null;

        var at = email.IndexOf('@', StringComparison.Ordinal);

        return at > 0 && at == email.LastIndexOf('@') && email.IndexOf('.', at) is var dot && dot > at + 1 && dot < email.Length - 1 && !email.Any(char.IsWhiteSpace)
            ? null
            : "Enter a mail address such as billing@example.com.";
    }

    private static string? Missing(string text, BillingDetails details, string sentence) =>
        text.Length == 0 && HasAddress(details) ? sentence : null;

    private static bool HasAddress(BillingDetails details) =>
        details.Line1.Length + details.Line2.Length + details.PostalCode.Length + details.City.Length > 0;

    private static string? CountryProblem(BillingDetails details) => details.Country switch
    {
        "" when details.TaxId.Length > 0 => "Choose the country that gave the tax id.",
        "" when HasAddress(details) => "Choose the country.",
        "" => null,
        var code => Countries.IsKnown(code) ? null : "Choose a country of the list.",
    };

    private static string? TaxIdProblem(BillingDetails details)
    {
        if (details.TaxId.Length == 0 || !TaxRule.IsInEuropeanUnion(details.Country))
            return null;

        if (!VatId.IsValid(details.TaxId, details.Country))
            return $"This is not how {Countries.NameOf(details.Country)} writes a VAT id. It begins with {VatId.PrefixOf(details.Country)}.";

        return VatChecksum.Holds(details.TaxId, details.Country) ? null : "The check digit of this VAT id is wrong; compare it with your certificate.";
    }
}
