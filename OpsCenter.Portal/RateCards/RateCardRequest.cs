using System.Globalization;

namespace OpsCenter.Portal.RateCards;

/// <summary>The query of a rate card read.</summary>
/// <param name="Version">An older version; null for the one in force.</param>
/// <param name="CustomerId">A customer to add; null for none.</param>
/// <param name="IncludesBudget">Whether to say what the customer has left right now.</param>
/// <param name="IncludesByokKeys">Whether to add the customer's provider keys.</param>
internal sealed record RateCardRequest(int? Version, string? CustomerId, bool IncludesBudget, bool IncludesByokKeys)
{
    private const string Budget = "budget";
    private const string ByokKeys = "byok_keys";

    /// <summary>Whether the answer changes from moment to moment or holds secrets, so that it has no ETag.</summary>
    public bool IncludesAnything => IncludesBudget || IncludesByokKeys;

    /// <summary>Reads the query; null with messages by parameter when it is not valid.</summary>
    public static RateCardRequest? Parse(IQueryCollection query, out IReadOnlyDictionary<string, string[]> errors)
    {
        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        errors = found;
        int? version = null;
        string? customer = query["customer_id"];
        string[] includes = [.. query["include"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))];

        if ((string?)query["version"] is { } text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                version = number;
            }
            else
            {
                found["version"] = ["Must be a whole number above 0."];
            }
        }

        if (includes.Any(include => include is not (Budget or ByokKeys)))
        {
            found["include"] = [$"May be {Budget} or {ByokKeys}."];
        }
        else if (includes.Length > 0 && customer is null)
        {
            found["customer_id"] = ["Required with include."];
        }

        return found.Count > 0 ? null : new RateCardRequest(version, customer, includes.Contains(Budget), includes.Contains(ByokKeys));
    }
}
