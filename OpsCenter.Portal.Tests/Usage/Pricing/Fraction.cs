using System.Numerics;
using System.Runtime.InteropServices;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>An exact number of any size: what the oracle calculates with, so that it shares no arithmetic with the code it judges.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator) : IComparable<Fraction>
{
    public static implicit operator Fraction(long value) => new(value, 1);

    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new BigInteger(MemoryMarshal.AsBytes(bits[..3]), isUnsigned: true);

        return new(decimal.IsNegative(value) ? -magnitude : magnitude, BigInteger.Pow(10, value.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static Fraction Max(Fraction left, Fraction right) => left.CompareTo(right) >= 0 ? left : right;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => CompareTo(other) == 0;

    public override int GetHashCode() => (Numerator / BigInteger.GreatestCommonDivisor(Numerator, Denominator)).GetHashCode();

    /// <summary>To 12 decimals, half away from zero, for numbers that are not negative: cut off, then one more when half or more was cut.</summary>
    public Fraction Rounded()
    {
        var trillion = BigInteger.Pow(10, 12);
        var whole = BigInteger.DivRem(Numerator * trillion, Denominator, out var rest);

        return new(2 * rest >= Denominator ? whole + 1 : whole, trillion);
    }
}
