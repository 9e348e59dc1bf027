using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// The jobs of late, so that one job_id runs once and can be asked for. The oldest that ended are forgotten when there are many, or when they
/// take much memory. Reports in the spool are remembered after a restart.
/// </summary>
public sealed class RecentJobs : IReportObserver
{
    private const int MaxJobs = 20_000;
    private const long MaxCharacters = 64 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, JobEntry> byId = new(StringComparer.Ordinal);
    private readonly HashSet<JobEntry> running = [];
    private readonly Queue<JobEntry> ended = new();
    private long characters;

    /// <summary>Jobs that run now.</summary>
    public int Running
    {
        get
        {
            lock (gate)
                return running.Count;
        }
    }

    /// <summary>Ends when the jobs that run now have ended.</summary>
    internal Task AllEnded
    {
        get
        {
            lock (gate)
                return Task.WhenAll(running.Select(entry => entry.Ended.ContinueWith(_ => { }, TaskScheduler.Default)));
        }
    }

    /// <inheritdoc />
    public void OnAnswered(ReportAnswer answer)
    {
        if (Find(answer.JobId) is { } entry)
            entry.Price = OpsCentersPrice.Of(answer);
    }

    /// <summary>The job, or null when Brigade knows none of that id.</summary>
    internal JobEntry? Find(string jobId)
    {
        lock (gate)
            return byId.GetValueOrDefault(jobId);
    }

    /// <summary>Takes a job in, unless one of its id is known.</summary>
    /// <param name="request">The job.</param>
    /// <param name="maxRunning">Most jobs that may run.</param>
    /// <param name="isFirst">Whether the caller is the one to run it.</param>
    /// <returns>The job's entry; null when too many run.</returns>
    internal JobEntry? Begin(JobRequest request, int maxRunning, out bool isFirst)
    {
        lock (gate)
        {
            isFirst = !byId.TryGetValue(request.JobId, out var entry);
            if (!isFirst)
                return entry;
            if (running.Count >= maxRunning)
                return null;

            entry = new JobEntry(request);
            byId.Add(entry.JobId, entry);
            running.Add(entry);
            return entry;
        }
    }

    /// <summary>Notes how a job ended. One that was not started is forgotten, for it may be asked for again.</summary>
    internal void End(JobEntry entry, JobAnswer answer)
    {
        entry.Complete(answer);
        lock (gate)
        {
            running.Remove(entry);
            if (answer is JobAnswer.Done)
                Keep(entry);
            else
                byId.Remove(entry.JobId);
        }
    }

    /// <summary>Notes that a job could not be ended, and forgets it.</summary>
    internal void Fail(JobEntry entry, Exception reason)
    {
        entry.Fail(reason);
        lock (gate)
        {
            running.Remove(entry);
            byId.Remove(entry.JobId);
        }
    }

    /// <summary>Remembers a job that was found in the spool.</summary>
    internal void Remember(JobRecord found)
    {
        var entry = new JobEntry(found);
        lock (gate)
        {
            if (byId.TryAdd(entry.JobId, entry))
                Keep(entry);
        }
    }

    private void Keep(JobEntry entry)
    {
        ended.Enqueue(entry);
        characters += entry.Size;
        while (ended.Count > MaxJobs || characters > MaxCharacters)
        {
            var oldest = ended.Dequeue();
            characters -= oldest.Size;
            byId.Remove(oldest.JobId);
        }
    }
}
