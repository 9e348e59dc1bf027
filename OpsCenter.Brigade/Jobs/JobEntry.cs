namespace OpsCenter.Brigade.Jobs;

/// <summary>A job that Brigade remembers.</summary>
internal sealed class JobEntry
{
    private readonly TaskCompletionSource<JobAnswer> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile OpsCentersPrice? price;

    /// <summary>A job that was asked for.</summary>
    public JobEntry(JobRequest request) => (JobId, Request) = (request.JobId, request);

    /// <summary>A job that was found in the spool.</summary>
    public JobEntry(JobRecord found)
    {
        JobId = found.JobId;
        ended.SetResult(new JobAnswer.Done(found));
    }

    public string JobId { get; }

    /// <summary>What was asked for; null for a job found in the spool.</summary>
    public JobRequest? Request { get; }

    /// <summary>Ends with the job.</summary>
    public Task<JobAnswer> Ended => ended.Task;

    /// <summary>The record of a job that ended; null while it runs.</summary>
    public JobRecord? Record => ended.Task is { IsCompletedSuccessfully: true, Result: JobAnswer.Done done } ? done.Record : null;

    /// <summary>Ops-Center's word on the price; null until it has spoken.</summary>
    public OpsCentersPrice? Price
    {
        get => price;
        set => price = value;
    }

    /// <summary>Roughly what it takes in memory, in characters.</summary>
    public long Size => (Request?.Input.Length ?? 0) + (Record?.Output?.Length ?? 0);

    public void Complete(JobAnswer answer) => ended.TrySetResult(answer);

    public void Fail(Exception reason)
    {
        ended.TrySetException(reason);
        _ = ended.Task.Exception; // seen: the one who ran the job throws it, and nobody else need wait for it
    }
}
