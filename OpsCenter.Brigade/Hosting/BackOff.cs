namespace OpsCenter.Brigade.Hosting;

/// <summary>
/// How long to wait after failures in a row: twice as long each time up to a limit, spread over half of that, so that many who were cut off
/// together do not come back together.
/// </summary>
/// <param name="first">The wait after the first failure.</param>
/// <param name="most">The longest wait.</param>
/// <param name="chance">Gives numbers from 0 to 1.</param>
internal sealed class BackOff(TimeSpan first, TimeSpan most, Func<double> chance)
{
    private const int MostDoublings = 20;

    private int failures;

    /// <summary>Something worked: the next failure is the first again.</summary>
    public void Reset() => failures = 0;

    /// <summary>Counts a failure and says how long to wait.</summary>
    /// <param name="asked">The least that the other side asked for.</param>
    public TimeSpan Next(TimeSpan? asked = null)
    {
        var doubled = first * Math.Pow(2, Math.Min(failures, MostDoublings));
        failures++;
        var wait = (doubled < most ? doubled : most) * (0.5 + (chance() / 2));
        return asked is { } least && least > wait ? least + (first * chance()) : wait;
    }
}
