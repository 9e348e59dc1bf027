namespace OpsCenter.Portal.Tests.Usage.Pricing;

/// <summary>How far a number is raised towards its limit: 0 leaves it, 1 reaches the limit.</summary>
public readonly record struct Increase(decimal Share)
{
    public long Of(long value, long limit) => value + (long)((limit - value) * Share);

    public decimal Of(decimal value, decimal limit, int decimals)
    {
        var one = new decimal(1, 0, 0, isNegative: false, (byte)decimals);

        return value + (decimal.Floor((limit - value) / one * Share) * one);
    }
}
