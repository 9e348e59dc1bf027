using System.Collections.Frozen;

namespace OpsCenter.Domain.Monetary;

/// <summary>An ISO 4217 currency. One installation and one rate card have exactly one.</summary>
public sealed record Currency
{
    private static readonly FrozenDictionary<string, Currency> ByCode = new Dictionary<string, int>
    {
        ["AUD"] = 2,
        ["BRL"] = 2,
        ["CAD"] = 2,
        ["CHF"] = 2,
        ["CZK"] = 2,
        ["DKK"] = 2,
        ["EUR"] = 2,
        ["GBP"] = 2,
        ["INR"] = 2,
        ["JPY"] = 0,
        ["KRW"] = 0,
        ["MXN"] = 2,
        ["NOK"] = 2,
        ["NZD"] = 2,
        ["PLN"] = 2,
        ["SEK"] = 2,
        ["SGD"] = 2,
        ["USD"] = 2,
        ["ZAR"] = 2,
    }.ToFrozenDictionary(c => c.Key, c => new Currency(c.Key, c.Value), StringComparer.Ordinal);

    private Currency(string code, int minorUnits) => (Code, MinorUnits) = (code, minorUnits);

    /// <summary>The US dollar, the currency of the seeded rate card.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Three capital letters, for example <c>USD</c>.</summary>
    public string Code { get; }

    /// <summary>Decimals of the smallest coin an invoice can ask for: 2 for USD, 0 for JPY.</summary>
    public int MinorUnits { get; }

    /// <summary>Finds a currency by its ISO 4217 code, capital letters only.</summary>
    /// <exception cref="ArgumentException">The code is not one we know the minor unit of.</exception>
    public static Currency Of(string code) =>
        ByCode.TryGetValue(code, out var currency)
            ? currency
            : throw new ArgumentException($"'{code}' is not a currency this installation knows.", nameof(code));

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
