using System.Globalization;
using System.Text;

namespace OpsCenter.Portal.Shell.Widgets.Charts;

/// <summary>Places in a drawing that is stretched to the chart's size: a bucket is 10 wide, the plot is 100 high.</summary>
internal static class ChartGeometry
{
    public const int BucketWidth = 10;
    public const int Height = 100;

    public static string ViewBox(int buckets) => string.Create(CultureInfo.InvariantCulture, $"0 0 {buckets * BucketWidth} {Height}");

    /// <summary>The height of a value, counted from the top.</summary>
    public static decimal Y(decimal value, decimal top) => Height - HeightOf(value, top);

    public static decimal HeightOf(decimal value, decimal top) => Math.Clamp(value, 0m, top) * Height / top;

    public static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A line through the middles of the buckets, broken where there is no value. A value on its own is a dot.</summary>
    public static string Line(IReadOnlyList<decimal?> values, decimal top)
    {
        var path = new StringBuilder();

        for (var bucket = 0; bucket < values.Count; bucket++)
        {
            if (values[bucket] is { } value)
            {
                var continues = bucket > 0 && values[bucket - 1] is not null;
                path.Append(CultureInfo.InvariantCulture, $"{(continues ? 'L' : 'M')}{Middle(bucket)} {Text(Y(value, top))}{(continues ? "" : "h0")}");
            }
        }

        return path.ToString();
    }

    /// <summary>The ground between the line and zero, of the values up to the first gap.</summary>
    public static string Area(IReadOnlyList<decimal?> values, decimal top)
    {
        var known = values.TakeWhile(value => value is not null).ToArray();

        return known.Length == 0
            ? ""
            : $"{Line(known, top)}L{Middle(known.Length - 1)} {Height}L{Middle(0)} {Height}Z";
    }

    private static int Middle(int bucket) => (bucket * BucketWidth) + (BucketWidth / 2);
}
