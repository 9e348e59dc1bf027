using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Usage.Forecasts;

/// <summary>
/// Forecasts a period's end from the days before: each day that is left is expected to cost what its weekday cost on average, and the days
/// vary as much as they varied. Not a price: nothing is charged by it.
/// </summary>
public static class ForecastRule
{
    /// <summary>Days that are looked back at, at most.</summary>
    public const int DaysBack = 28;

    /// <summary>Least days that say anything.</summary>
    public const int FewestDays = 3;

    // With less than two weeks a weekday would be compared with itself alone, and nothing would seem to vary.
    private const int DaysForWeekdays = 14;

    // Four fifths of what varies at random lie within so many standard deviations of the mean.
    private const decimal Width = 1.28m;

    /// <summary>The forecast; null while fewer than <see cref="FewestDays"/> whole days are known.</summary>
    /// <param name="spent">What was spent in the period so far, today included.</param>
    /// <param name="past">What each whole day cost, oldest first, the last one yesterday; at most <see cref="DaysBack"/> of them.</param>
    /// <param name="today">Today, which is part of what is left.</param>
    /// <param name="spentToday">What was spent today so far.</param>
    /// <param name="daysLeft">Days until the end, today included, 0 or more.</param>
    public static Forecast? Of(decimal spent, IReadOnlyList<decimal> past, DayOfWeek today, decimal spentToday, int daysLeft)
    {
        if (past.Count < FewestDays)
            return null;

        var expected = Enumerable.Range(0, past.Count).Select(index => MeanOf(past, today, index - past.Count)).ToArray();
        var variance = past.Zip(expected, (day, mean) => (day - mean) * (day - mean)).Sum() / (past.Count - 1);
        var rest = 0m;

        for (var day = 0; day < daysLeft; day++)
        {
            var mean = MeanOf(past, today, day);

            // What today cost beyond its mean is spent already; the rest of its mean is to come.
            rest += day == 0 ? Math.Max(0, mean - spentToday) : mean;
        }

        var half = Width * Root(variance * daysLeft);

        return new Forecast(Rounded(Math.Max(spent, spent + rest - half)), Rounded(spent + rest), Rounded(spent + rest + half));
    }

    // The mean of the same weekday, or of all days while there are too few.
    private static decimal MeanOf(IReadOnlyList<decimal> past, DayOfWeek today, int offset)
    {
        if (past.Count < DaysForWeekdays)
            return past.Average();

        var weekday = ((int)today + offset).Modulo(7);

        return past.Where((_, index) => ((int)today + index - past.Count).Modulo(7) == weekday).Average();
    }

    private static int Modulo(this int value, int by) => ((value % by) + by) % by;

    // Newton's method; the sequence falls to the root, and stops where the decimals do.
    private static decimal Root(decimal value)
    {
        if (value <= 0)
            return 0;

        var root = Math.Max(1, value);

        for (var step = 0; step < 100; step++)
        {
            var next = (root + (value / root)) / 2;

            if (next >= root)
                break;

            root = next;
        }

        return root;
    }

    private static decimal Rounded(decimal value) => Rounding.To(value, 2);
}
