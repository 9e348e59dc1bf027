using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>
/// Plays Brigade: eight senders that post single reports and batches with keys, keep what was not answered, and send it again until it is,
/// now and then also what was answered.
/// </summary>
internal sealed class Runtime(JobMaker jobs, int seed)
{
    private const int Senders = 8;
    private const int LargestBatch = 40;
    private const string Path = "/api/v1/usage/record";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    // A second before trying again is for the world; here it only must not become a storm.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private int made;
    private int runs;

    public Acknowledgements Answers { get; } = new();

    /// <summary>Sends until told to stop or until the portal is gone.</summary>
    public Task SendAsync(Uri portal, CancellationToken stop)
    {
        var run = Interlocked.Increment(ref runs);

        return Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(portal, new Random(HashCode.Combine(seed, run, sender)), stop), CancellationToken.None)));
    }

    /// <summary>Sends again whatever was not answered, until everything is.</summary>
    public async Task SettleAsync(Uri portal)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = ClientOf(portal);

        while (Answers.Open.Count > 0)
        {
            limit.Token.ThrowIfCancellationRequested();
            await TrySendAsync(client, [.. Answers.Open.Keys.Take(100)], asBatch: true);
        }
    }

    /// <summary>Returns when something has come about through the answers.</summary>
    public async Task UntilAsync(Func<Acknowledgements, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);

        while (!condition(Answers))
        {
            await Answers.NextAsync(limit.Token);
        }
    }

    /// <summary>Returns when that many more jobs are acknowledged.</summary>
    public Task UntilMoreAsync(int count)
    {
        var goal = Answers.Taken.Count + count;

        return UntilAsync(answers => answers.Taken.Count >= goal);
    }

    private async Task SendAsync(Uri portal, Random random, CancellationToken stop)
    {
        using var client = ClientOf(portal);
        var isThere = true;

        while (isThere && !stop.IsCancellationRequested)
        {
            isThere = random.Next(100) switch
            {
                < 45 => await TrySendAsync(client, New(random, 1), asBatch: false),
                < 80 => await TrySendAsync(client, New(random, random.Next(1, LargestBatch)), asBatch: true),
                < 95 => await TrySendAsync(client, [.. Answers.Open.Keys.Take(20)], asBatch: true),
                _ => await TrySendAsync(client, [.. Answers.Open.Keys.Take(1)], asBatch: false),
            };
        }
    }

    private string[] New(Random random, int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => $"job-{Interlocked.Increment(ref made)}")];

        foreach (var id in ids)
        {
            Answers.Expect(id, jobs.Make(random, id));
        }

        return ids;
    }

    // Until it is answered otherwise than with "try again". False: nobody answers there any more.
    private async Task<bool> TrySendAsync(HttpClient client, string[] ids, bool asBatch)
    {
        try
        {
            while (await PostAsync(client, ids, asBatch) is HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(Pause);
            }

            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private async Task<HttpStatusCode?> PostAsync(HttpClient client, string[] ids, bool asBatch)
    {
        // Another sender may have been answered meanwhile.
        var reports = ids.Select(id => (Id: id, Report: Answers.Open.GetValueOrDefault(id))).Where(job => job.Report is not null).ToList();

        if (reports.Count == 0)
        {
            return null;
        }

        using var content = new StringContent(
            asBatch ? $"[{string.Join(',', reports.Select(job => job.Report))}]" : reports[0].Report!, // those without were left out above
            Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(Path, content);
        Take(response, await response.Content.ReadAsStringAsync(), [.. reports.Select(job => job.Id)], asBatch);

        return response.StatusCode;
    }

    private void Take(HttpResponseMessage response, string body, string[] ids, bool asBatch)
    {
        var answer = JsonDocument.Parse(body).RootElement;

        if (asBatch && response.StatusCode == HttpStatusCode.OK)
        {
            foreach (var (id, item) in ids.Zip(answer.EnumerateArray()))
            {
                Answers.Take(id, item.GetProperty("http_status").GetInt32(), item);
            }

            return;
        }

        if (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is null)
        {
            Answers.Complain("busy without Retry-After");
        }

        foreach (var id in ids)
        {
            Answers.Take(id, (int)response.StatusCode, answer);
        }
    }

    private static HttpClient ClientOf(Uri portal)
    {
        var client = new HttpClient { BaseAddress = portal, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PortalHost.BrigadeKey);

        return client;
    }
}
