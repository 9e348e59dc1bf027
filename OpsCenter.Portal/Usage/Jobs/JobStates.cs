namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>How a job's state follows from its hold and its ledger entries. <see cref="JobListSql"/> filters by the same rule.</summary>
internal static class JobStates
{
    /// <summary>The state of a job.</summary>
    /// <param name="hold">The state of its hold; null when it was never held.</param>
    /// <param name="charges">How many charges its ledger has.</param>
    /// <param name="reversals">How many of them are reversed.</param>
    /// <exception cref="InvalidOperationException">The job has neither: it would have been lost.</exception>
    public static JobState Of(HoldState? hold, int charges, int reversals) => (hold, charges, reversals) switch
    {
        (HoldState.Open, _, _) => JobState.Held,
        (HoldState.WrittenOff, _, _) => JobState.WrittenOff,
        (_, 0, _) => throw new InvalidOperationException("A job has neither a charge nor a hold."),
        (_, _, 0) => JobState.Priced,
        _ => charges > reversals ? JobState.Repriced : JobState.Voided,
    };
}
