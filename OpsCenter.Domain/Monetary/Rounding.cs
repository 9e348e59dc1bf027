namespace OpsCenter.Domain.Monetary;

/// <summary>The one rounding method of the project: half away from zero (design decision "money scale and rounding").</summary>
public static class Rounding
{
    /// <summary>Decimals that a fee or a cost keeps: <c>numeric(28,12)</c> in the database.</summary>
    public const int FeeDecimals = 12;

    /// <summary>Rounds to <paramref name="decimals"/> places, half away from zero: 0.5 → 1, −0.5 → −1.</summary>
    /// <param name="exact">The exact value.</param>
    /// <param name="decimals">Places to keep, 0…28.</param>
    public static decimal To(decimal exact, int decimals) => Math.Round(exact, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Rounds a fee or a cost to <see cref="FeeDecimals"/> places.</summary>
    public static decimal Fee(decimal exact) => To(exact, FeeDecimals);
}
