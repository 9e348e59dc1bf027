namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What became of the wish to replay.</summary>
public abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    /// <summary>It ran and is kept.</summary>
    /// <param name="Replay">What came out.</param>
    public sealed record Done(ReplayView Replay) : ReplayOutcome;

    /// <summary>No job was charged in the period and none is held; nothing is kept.</summary>
    public sealed record NothingToReplay : ReplayOutcome;

    /// <summary>It did not run.</summary>
    /// <param name="Explanation">A sentence that says why.</param>
    public sealed record Refused(string Explanation) : ReplayOutcome;
}
