using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>Keeps what was sent, what was promised, and every answer that breaks the contract.</summary>
internal sealed class Acknowledgements
{
    private readonly ConcurrentDictionary<string, string> open = new();
    private readonly ConcurrentDictionary<string, AcknowledgedJob> taken = new();
    private readonly ConcurrentDictionary<string, bool> created = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly SemaphoreSlim news = new(0);
    private int busy;

    /// <summary>Reports by key for which no promise was heard.</summary>
    public IReadOnlyDictionary<string, string> Open => open;

    /// <summary>Promises by key.</summary>
    public IReadOnlyDictionary<string, AcknowledgedJob> Taken => taken;

    /// <summary>Answers that must not be.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>How many reports were answered "try again".</summary>
    public int Busy => Volatile.Read(ref busy);

    /// <summary>Returns after the next answer.</summary>
    public Task NextAsync(CancellationToken cancellationToken) => news.WaitAsync(cancellationToken);

    public void Expect(string jobId, string report) => open.TryAdd(jobId, report);

    public void Complain(string complaint) => complaints.Enqueue(complaint);

    /// <summary>Takes the answer to one report, sent alone or in a batch.</summary>
    public void Take(string jobId, int status, JsonElement answer)
    {
        switch ((HttpStatusCode)status)
        {
            case HttpStatusCode.Created or HttpStatusCode.OK:
                Promise(jobId, status, AcknowledgedJob.Of(answer));
                break;
            case HttpStatusCode.ServiceUnavailable when answer.GetProperty("retryable").GetBoolean() && answer.GetProperty("code").GetString() == "busy":
                Interlocked.Increment(ref busy);
                break;
            default:
                Complain($"{jobId}: {status} {answer}");
                break;
        }

        news.Release();
    }

    private void Promise(string jobId, int status, AcknowledgedJob job)
    {
        if (status == (int)HttpStatusCode.Created && !created.TryAdd(jobId, true))
        {
            Complain($"{jobId}: recorded as new twice");
        }

        if (taken.GetOrAdd(jobId, job) is var first && first != job)
        {
            Complain($"{jobId}: promised {first}, then {job}");
        }

        open.TryRemove(jobId, out _);
    }
}
