namespace OpsCenter.Portal.Shell.Exports;

/// <summary>One export while it runs: the request writes it, the dialog of whoever asked watches it.</summary>
/// <param name="id">Named by the page, before the request comes.</param>
/// <param name="owner">The actor who may watch and stop it.</param>
public sealed class ExportRun(Guid id, string owner) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private long rows;
    private volatile ExportState state;

    public Guid Id => id;

    public string Owner => owner;

    public ExportState State => state;

    public bool IsOver => State is ExportState.Done or ExportState.Cancelled or ExportState.Failed;

    /// <summary>Rows written so far.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>Cancelled when the reader stops it.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Stops it; the browser then knows that the file is not whole.</summary>
    public void Cancel()
    {
        if (!IsOver)
        {
            state = ExportState.Cancelled;
            stopping.Cancel();
        }
    }

    public void Dispose() => stopping.Dispose();

    internal void Start() => Move(ExportState.Running);

    internal void Count() => Interlocked.Increment(ref rows);

    internal void End(ExportState end) => Move(end);

    // What was stopped stays stopped.
    private void Move(ExportState next)
    {
        if (!IsOver)
            state = next;
    }
}
