namespace OpsCenter.Brigade.Reports;

/// <summary>A report on its way to the disk.</summary>
internal sealed class PendingAppend(byte[] body)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The report.</summary>
    public byte[] Body { get; } = body;

    /// <summary>Ends when the report is durable, or cannot be made so.</summary>
    public Task Done => done.Task;

    public void Complete() => done.SetResult();

    public void Fail(SpoolException reason) => done.SetException(reason);
}
