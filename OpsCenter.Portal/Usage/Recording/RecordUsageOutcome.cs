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
}
