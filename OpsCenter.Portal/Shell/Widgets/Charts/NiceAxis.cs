using System.Collections.Immutable;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>An axis from zero whose steps people can add in their heads: 1, 2, 2.5 or 5 times a power of ten.</summary>
/// <param name="Top">The last tick, at or above the largest value.</param>
/// <param name="Ticks">All ticks, zero first, evenly spaced.</param>
public sealed record NiceAxis(decimal Top, ImmutableArray<decimal> Ticks)
{
    private const int MostSteps = 5;

    private static readonly decimal[] Nice = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>The axis for values up to a largest one; a chart without any has an axis, too.</summary>
    /// <param name="largest">The largest value.</param>
    /// <param name="whole">Whether the values are counts, of which there are no halves.</param>
    public static NiceAxis Of(decimal largest, bool whole)
    {
        var value = largest > 0m ? largest : 1m;
        var step = StepFor(value, whole);
        var count = (int)decimal.Ceiling(value / step);

        return new NiceAxis(step * count, [.. Enumerable.Range(0, count + 1).Select(tick => tick * step)]);
    }

    private static decimal StepFor(decimal largest, bool whole)
    {
        var unit = 1m;

        while (unit * 10m * MostSteps < largest)
        {
            unit *= 10m;
        }

        while (!whole && unit * MostSteps >= largest)
        {
            unit /= 10m;
        }

        return Nice.Where(factor => !whole || factor != 2.5m || unit >= 10m).Select(factor => factor * unit).First(step => step * MostSteps >= largest);
    }
}
