namespace OpsCenter.Portal.Usage.Replays;

/// <summary>How far a replay has come.</summary>
/// <param name="Jobs">Jobs priced again.</param>
/// <param name="Expected">About how many there are, from the roll-ups of the days.</param>
public sealed record ReplayProgress(long Jobs, long Expected)
{
    /// <summary>Of a hundred; never more than that, although the number of jobs is an estimate.</summary>
    public int Percent => Expected == 0 ? 0 : (int)Math.Min(100, Jobs * 100 / Expected);
}
