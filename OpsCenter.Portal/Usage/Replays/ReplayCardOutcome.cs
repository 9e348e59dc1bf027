namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Prices to replay, or why there are none.</summary>
public abstract record ReplayCardOutcome
{
    private ReplayCardOutcome()
    {
    }

    /// <summary>There are.</summary>
    /// <param name="Card">The prices.</param>
    public sealed record Found(ReplayCard Card) : ReplayCardOutcome;

    /// <summary>There is no such version, or the draft cannot be read as prices yet.</summary>
    /// <param name="Explanation">A sentence that says so.</param>
    public sealed record Unreadable(string Explanation) : ReplayCardOutcome;
}
