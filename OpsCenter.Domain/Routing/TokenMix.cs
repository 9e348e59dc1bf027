namespace OpsCenter.Domain.Routing;

/// <summary>A ratio of input to output tokens, exact; neither is negative, and not both are 0.</summary>
internal readonly record struct TokenMix(Int128 Input, Int128 Output)
{
    public static TokenMix OnlyInput { get; } = new(1, 0);

    public static TokenMix OnlyOutput { get; } = new(0, 1);

    /// <summary>Below 0 when this mix has the smaller share of output, 0 when the shares are equal.</summary>
    public int CompareTo(TokenMix other) => (Output * other.Input).CompareTo(Input * other.Output);
}
