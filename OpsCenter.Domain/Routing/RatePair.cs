using System.Numerics;

namespace OpsCenter.Domain.Routing;

/// <summary>Something that grows with input and with output tokens, per 1,000 of them, in whole steps of 10⁻¹⁴.</summary>
internal readonly record struct RatePair(Int128 Input, Int128 Output)
{
    public static RatePair operator -(RatePair rates) => new(-rates.Input, -rates.Output);

    /// <summary>What it comes to for a mix; the product of two numbers of 64 bits and more needs more room than 128.</summary>
    public BigInteger Of(TokenMix mix) => ((BigInteger)Input * (BigInteger)mix.Input) + ((BigInteger)Output * (BigInteger)mix.Output);
}
