using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>What a counter comes to at the end of a period if it goes on as it went so far.</summary>
internal static class LinearProjection
{
    // A few jobs in the first hours say nothing about a month.
    private static readonly TimeSpan TooEarly = TimeSpan.FromHours(12);

    /// <summary>The value at the end; null when it is too early to say, or when the period is over.</summary>
    public static decimal? AtEnd(decimal used, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var elapsed = now - from;

        return elapsed < TooEarly || now >= until ? null : Rounding.To(used * (until - from).Ticks / elapsed.Ticks, Rounding.FeeDecimals);
    }
}
