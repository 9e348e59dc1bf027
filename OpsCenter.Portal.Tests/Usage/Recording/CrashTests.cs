using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Npgsql;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>Real portals on a real data folder, killed while they answer.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 3;
    private const int Senders = 8;
    private const int Seed = 20261122;
    private readonly TestFolder folder = new();
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentBag<string> unanswered = [];
    private string customerId = "";

    public void Dispose() => folder.Remove();

    [Fact]
    public async Task A_killed_portal_loses_no_acknowledged_job_and_repeats_none()
    {
        var random = new Random(Seed);

        for (var round = 0; round < Rounds; round++)
        {
            using var portal = PortalProcess.Start(folder.Data, []);
            await portal.ReadyAsync();
            await EnsureCustomerAsync();
            await PostUntilKilledAsync(portal, round, killAfter: random.Next(50, 250));
        }

        using var last = PortalProcess.Start(folder.Data, []);
        await last.ReadyAsync();
        await EveryAcknowledgedJobAnswersTheSameAsync(last);
        await EveryUnansweredJobIsRecordedOnceAsync(last);
        await last.SignalAsync("TERM");
        await last.EndAsync();
    }

    private async Task PostUntilKilledAsync(PortalProcess portal, int round, int killAfter)
    {
        using var client = ClientOf(portal);
        var before = acknowledged.Count;
        var killed = 0;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; Volatile.Read(ref killed) == 0; number++)
            {
                await PostAsync($"{round}-{sender}-{number}");

                if (acknowledged.Count - before >= killAfter && Interlocked.Exchange(ref killed, 1) == 0)
                {
                    await portal.SignalAsync("KILL");
                }
            }
        })));
        await portal.EndAsync();

        async Task PostAsync(string jobId)
        {
            try
            {
                var (status, body) = await SendAsync(client, jobId);
                status.Should().Be(HttpStatusCode.Created);
                acknowledged[jobId] = body;
            }
            catch (HttpRequestException)
            {
                unanswered.Add(jobId);
            }
        }
    }

    private async Task EveryAcknowledgedJobAnswersTheSameAsync(PortalProcess portal)
    {
        using var client = ClientOf(portal);
        acknowledged.Should().NotBeEmpty();

        foreach (var (jobId, first) in acknowledged)
        {
            var (status, again) = await SendAsync(client, jobId);
            status.Should().Be(HttpStatusCode.OK);
            Comparable(again).Should().Be(Comparable(first).Replace("\"replayed\":false", "\"replayed\":true", StringComparison.Ordinal));
        }
    }

    private async Task EveryUnansweredJobIsRecordedOnceAsync(PortalProcess portal)
    {
        using var client = ClientOf(portal);

        foreach (var jobId in unanswered)
        {
            var (status, _) = await SendAsync(client, jobId);
            status.Should().BeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
        }

        var all = (long)acknowledged.Count + unanswered.Count;
        (await CountAsync("select count(*) from usage_keys")).Should().Be(all);
        (await CountAsync("select count(*) from usage_events")).Should().Be(all);
        (await CountAsync("select count(*) from ledger_entries")).Should().Be(all);
        (await CountAsync("select count(distinct event_id) from ledger_entries join usage_events using (event_id)")).Should().Be(all);
    }

    // The address of a restarted portal is another one.
    private static string Comparable(string body) => body[..body.IndexOf("\"receipt_url\"", StringComparison.Ordinal)];

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient client, string jobId)
    {
        using var content = new StringContent(Reports.BriefWith("job_id", $"\"{jobId}\"", customerId), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/v1/usage/record", content);

        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static HttpClient ClientOf(PortalProcess portal)
    {
        var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", PortalHost.BrigadeKey);

        return client;
    }

    private async Task EnsureCustomerAsync()
    {
        if (customerId.Length == 0)
        {
            customerId = Guid.CreateVersion7(Reports.Now).ToString();
            await using var database = OpenDatabase();
            await using var command = database.CreateCommand(
                $"insert into organizations (id, name, status, created_at) values ('{customerId}', 'Example', 'active', now())");
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var database = OpenDatabase();
        await using var command = database.CreateCommand(sql);

        return (long)(await command.ExecuteScalarAsync())!; // count is never null
    }

    private NpgsqlDataSource OpenDatabase() => NpgsqlDataSource.Create(EmbeddedPostgres.ConnectionStringOf(
        ClusterLocation.For(folder.Data, Environment.IsPrivilegedProcess, Reports.Now).SocketFolder) + ";Pooling=false");
}
