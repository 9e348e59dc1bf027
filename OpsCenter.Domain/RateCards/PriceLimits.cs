namespace OpsCenter.Domain.RateCards;

/// <summary>
/// Bounds of everything a price is made of. They are chosen so that the largest product, tokens × rate × markup factor, stays exact in
/// <see cref="decimal"/>, whose digits form a number below 2⁹⁶ (7.9 × 10²⁸): (2 × 10⁹ tokens × 1,000 ÷ 1,000) × 101 with 10 + 3 + 4
/// decimals is 2.02 × 10²⁸. See the ADR "money scale and rounding".
/// </summary>
public static class PriceLimits
{
    /// <summary>Largest cost or rate per 1,000 tokens, in currency units.</summary>
    public const decimal MaxRatePer1K = 1_000m;

    /// <summary>Decimals of a rate per 1,000 tokens (0.0000001 per million).</summary>
    public const int RateDecimals = 10;

    /// <summary>Largest markup in percent: 10,000 % is × 101.</summary>
    public const decimal MaxMarkupPercent = 10_000m;

    /// <summary>Decimals of a markup in percent.</summary>
    public const int MarkupDecimals = 2;

    /// <summary>Largest price or cost of one unit of a tool, in currency units.</summary>
    public const decimal MaxUnitPrice = 10_000m;

    /// <summary>Decimals of a unit price or a unit cost.</summary>
    public const int UnitPriceDecimals = 12;

    /// <summary>Largest minimum fee and largest ceiling of one job, in currency units.</summary>
    public const decimal MaxJobAmount = 1_000_000m;

    /// <summary>Decimals of a minimum fee and of a ceiling.</summary>
    public const int JobAmountDecimals = 4;

    /// <summary>Most tokens of one kind in one job.</summary>
    public const long MaxTokens = 1_000_000_000;

    /// <summary>Most units of one tool entry in one job.</summary>
    public const decimal MaxUnits = 1_000_000m;

    /// <summary>Decimals of tool units.</summary>
    public const int UnitDecimals = 6;

    /// <summary>Most tool entries in one job.</summary>
    public const int MaxTools = 50;

    /// <summary>Most routes, agents or tools on one rate card.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Longest provider, model, agent or tool name in characters.</summary>
    public const int MaxNameLength = 100;
}
