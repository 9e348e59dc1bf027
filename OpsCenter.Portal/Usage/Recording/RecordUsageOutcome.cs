namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What became of a report.</summary>
public abstract record RecordUsageOutcome
{
    private RecordUsageOutcome()
    {
    }

    /// <summary>The job is stored, now or by an earlier report with the same key and content.</summary>
    /// <param name="Job">The first answer.</param>
    /// <param name="Replayed">Whether an earlier report stored it.</param>
    public sealed record Recorded(RecordedJob Job, bool Replayed) : RecordUsageOutcome;

    /// <summary>Another job has this key; nothing changed.</summary>
    public sealed record Conflict : RecordUsageOutcome;

    /// <summary>It happened too long ago or too far ahead, and no earlier report has its key. Nothing is stored.</summary>
    public sealed record OutOfTime : RecordUsageOutcome;

    /// <summary>The queue is full or the database away.</summary>
    /// <param name="MayBeStored">
    /// True when the connection broke while committing, so that nobody knows. With a job key a retry is safe all the same; without one it is not.
    /// </param>
    public sealed record Busy(bool MayBeStored) : RecordUsageOutcome;

    /// <summary>The database refused this job alone, for a reason that validation should have found. Nothing is stored; the log has the reason.</summary>
    public sealed record Failed : RecordUsageOutcome;
}
