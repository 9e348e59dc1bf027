namespace OpsCenter.Domain.Monetary;

/// <summary>
/// The one comparison with a limit, so that equality means the same everywhere. A limit that is null never bites; a limit of zero is
/// reached at once, and passed by the first thing that costs anything.
/// </summary>
public static class Limit
{
    /// <summary>For what adds up to a limit (caps, thresholds, budgets): as much is used as it says, or more.</summary>
    /// <param name="used">What is used so far.</param>
    /// <param name="limit">The limit, in the same unit; null for none.</param>
    public static bool IsReached<T>(T used, T? limit)
        where T : struct, IComparable<T> =>
        limit is { } most && used.CompareTo(most) >= 0;

    /// <summary>For one amount below a limit (ceilings): it is more than the limit says; an equal amount is allowed.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="limit">The limit, in the same unit; null for none.</param>
    public static bool IsPassed<T>(T amount, T? limit)
        where T : struct, IComparable<T> =>
        limit is { } most && amount.CompareTo(most) > 0;
}
