namespace OpsCenter.Brigade.Hosting;

/// <summary>
/// The time as Ops-Center sees it. Ops-Center refuses a job that is said to have happened more than five minutes ahead of its own clock, and
/// prices by when a job happened; so jobs carry this time. Every answer's <c>Date</c> tells how far Brigade's clock is off. The header has
/// whole seconds and the answer took a while, so less than two seconds are not corrected.
/// </summary>
public sealed class OpsCenterClock(TimeProvider clock)
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    private long offset;

    /// <summary>What must be added to Brigade's own clock; zero until it is known to be off.</summary>
    public TimeSpan Offset => new(Volatile.Read(ref offset));

    /// <summary>Brigade's own clock.</summary>
    public DateTimeOffset LocalNow => clock.GetUtcNow();

    /// <summary>Now, as Ops-Center sees it.</summary>
    public DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;

    /// <summary>Takes the time from an answer.</summary>
    /// <param name="date">Its <c>Date</c>, in whole seconds.</param>
    /// <param name="sentAt">When the request left, by Brigade's clock.</param>
    /// <param name="answeredAt">When the answer came.</param>
    public void Learn(DateTimeOffset date, DateTimeOffset sentAt, DateTimeOffset answeredAt)
    {
        var measured = date + HalfASecond - (sentAt + ((answeredAt - sentAt) / 2));
        Volatile.Write(ref offset, measured.Duration() < Unnoticed + ((answeredAt - sentAt) / 2) ? 0 : measured.Ticks);
    }
}
