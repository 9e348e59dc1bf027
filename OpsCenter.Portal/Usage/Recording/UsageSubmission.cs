namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Reports of one request on their way through the queue. Complete when each has its outcome.</summary>
internal sealed class UsageSubmission(StoredUsage[] jobs, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<RecordUsageOutcome[]> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RecordUsageOutcome[] outcomes = new RecordUsageOutcome[jobs.Length];
    private int missing = jobs.Length;

    /// <summary>The reports in the order of the request.</summary>
    public IReadOnlyList<StoredUsage> Jobs => jobs;

    /// <summary>Bytes of all reports as they were sent.</summary>
    public long Size { get; } = jobs.Sum(job => (long)job.Report.Size);

    /// <summary>The outcomes, in the same order.</summary>
    public Task<RecordUsageOutcome[]> Completion => completion.Task;

    /// <summary>Gives up when the sender went away before anything was written: a sender who gave up will send again.</summary>
    public bool TryAbandon() => cancellationToken.IsCancellationRequested && completion.TrySetCanceled(cancellationToken);

    /// <summary>Sets the outcome of one report. Only the writer calls it, once for each.</summary>
    public void Answer(int index, RecordUsageOutcome outcome)
    {
        outcomes[index] = outcome;

        if (--missing == 0)
        {
            completion.SetResult(outcomes);
        }
    }
}
