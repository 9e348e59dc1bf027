using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage;

/// <summary>
/// Where a job's total falls in the histogram from which medians and percentiles are read: the total cut, not rounded, to two significant
/// digits. 0.469 falls to 0.46. So a percentile is at most a tenth too low, and usually far less. The database has the same function.
/// </summary>
public static class FeeFloor
{
    /// <summary>The total cut to two significant digits, at most <see cref="Rounding.FeeDecimals"/> decimals.</summary>
    /// <param name="total">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public static decimal Of(decimal total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);

        if (total == 0)
        {
            return 0;
        }

        var (unit, decimals) = (1m, 0);

        // The place of the second digit, found by moving a decimal point; at most 28 steps, since a decimal has no more digits.
        while (total / unit >= 100)
        {
            (unit, decimals) = (unit * 10, decimals - 1);
        }

        while (decimals < Rounding.FeeDecimals && total / unit < 10)
        {
            (unit, decimals) = (unit / 10, decimals + 1);
        }

        return decimal.Truncate(total / unit) * unit;
    }
}
