using System.Diagnostics;

namespace OpsCenter.Bench.Load;

/// <summary>What one run brought.</summary>
/// <param name="PerSecond">Jobs answered within the run's time, a second.</param>
/// <param name="Acknowledged">Jobs answered well, those after the end of the time too.</param>
/// <param name="Others">Answers that were not hoped for, by status.</param>
/// <param name="Latencies">Timestamps from due to answered, ascending, one a request.</param>
public sealed record LoadResult(double PerSecond, long Acknowledged, IReadOnlyDictionary<int, int> Others, long[] Latencies)
{
    /// <summary>How long the given part of requests took at most, in milliseconds.</summary>
    public double Percentile(double part) =>
        Latencies.Length == 0 ? 0 : Latencies[(int)Math.Min(Latencies.Length - 1, Latencies.Length * part)] * 1_000.0 / Stopwatch.Frequency;
}
