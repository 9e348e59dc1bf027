using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>A spool with the folder it holds.</summary>
internal sealed record OpenSpool(BrigadeFolder Folder, ReportSpool Spool) : IDisposable
{
    public void Dispose()
    {
        Spool.Dispose();
        Folder.Dispose();
    }

    public Task AppendAsync(params IEnumerable<string> jobs) =>
        Task.WhenAll(jobs.Select(job => Spool.AppendAsync(JobReports.Of(job), CancellationToken.None)));

    /// <summary>Appends one after another, so that their order is known.</summary>
    public async Task AppendInOrderAsync(params IEnumerable<string> jobs)
    {
        foreach (var job in jobs)
            await AppendAsync(job);
    }

    /// <summary>Reads everything that waits, acknowledging as it goes.</summary>
    public List<string> Drain()
    {
        var jobs = new List<string>();
        while (Spool.Read(3, int.MaxValue) is { Reports.Count: > 0 } window)
        {
            jobs.AddRange(window.Reports.Select(report => report.JobId));
            Spool.Acknowledge(window.End);
        }

        return jobs;
    }
}
