namespace OpsCenter.Portal.Usage.Recording;

/// <summary>One report that waits for its outcome.</summary>
/// <param name="Submission">The request it came with.</param>
/// <param name="Index">Its place there.</param>
internal readonly record struct PendingReport(UsageSubmission Submission, int Index)
{
    public StoredUsage Job => Submission.Jobs[Index];

    public void Answer(RecordUsageOutcome outcome) => Submission.Answer(Index, outcome);
}
