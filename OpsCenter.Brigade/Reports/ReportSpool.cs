using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Reports;

/// <summary>Reports on disk that Ops-Center has not acknowledged yet.</summary>
public sealed class ReportSpool : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string path;

    /// <summary>Opens the spool.</summary>
    public ReportSpool(BrigadeFolder folder) => path = Path.Combine(folder.CreateFolder("spool"), "reports");

    /// <summary>Keeps a report; returns when it would survive a power cut.</summary>
    /// <exception cref="SpoolException">It could not be made durable: the job must not be called done.</exception>
    public async Task AppendAsync(UsageReport report, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using var file = new FileStream(path, FileMode.Append);
            await file.WriteAsync(ReportJson.Write(report), cancellationToken);
            file.Flush(flushToDisk: true);
        }
        catch (IOException failure)
        {
            throw new SpoolException($"The report could not be written: {failure.Message}", failure);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Closes the spool.</summary>
    public void Dispose() => gate.Dispose();
}
