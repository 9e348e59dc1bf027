using System.Net;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>Two portals on one database get the same jobs at the same time, each sender in an order of its own.</summary>
public sealed class TwoInstancesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Jobs = 400;
    private const int SendersPerPortal = 5;
    private const int BatchSize = 40;
    private readonly TestDatabase database = new();
    private readonly List<PortalHost> portals = [];
    private readonly Acknowledgements answers = new();

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();

        for (var number = 0; number < 2; number++)
        {
            var portal = new PortalHost(database.ConnectionString);
            portals.Add(portal);
            await portal.InitializeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var portal in portals)
        {
            await portal.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_same_keys_and_roll_up_rows_at_once_end_in_no_deadlock_and_each_job_once()
    {
        var seed = TestSeed.Take(output);
        var reports = await ReportsAsync(new Random(seed));

        await Task.WhenAll(portals.SelectMany((portal, number) => Enumerable.Range(0, SendersPerPortal)
            .Select(sender => Task.Run(() => SendAllAsync(portal, reports, new Random(HashCode.Combine(seed, number, sender)))))));

        answers.Busy.Should().Be(0);
        answers.Taken.Should().HaveCount(Jobs);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await StoredJobs.ShouldBeAsPromisedAsync(source, answers);
        await using var deadlocks = source.CreateCommand("select deadlocks from pg_stat_database where datname = current_database()");
        output.WriteLine($"Deadlocks behind the answers: {await deadlocks.ExecuteScalarAsync()}");
    }

    private async Task<Dictionary<string, string>> ReportsAsync(Random random)
    {
        var customer = (CreateCustomerOutcome.Created)await portals[0].Services.GetRequiredService<CreateCustomer>()
            .HandleAsync(new Actor.System("test"), "Example", CancellationToken.None);
        var jobs = new JobMaker(customer.Id.ToString(), TimeProvider.System.GetUtcNow());
        var reports = Enumerable.Range(0, Jobs).Select(number => $"job-{number}").ToDictionary(id => id, id => jobs.Make(random, id));

        foreach (var (id, report) in reports)
        {
            answers.Expect(id, report);
        }

        return reports;
    }

    private async Task SendAllAsync(PortalHost portal, Dictionary<string, string> reports, Random random)
    {
        using var client = portal.CreateMachine();
        string[] order = [.. reports.Keys];
        random.Shuffle(order);

        foreach (var ids in order.Chunk(BatchSize))
        {
            await (random.Next(5) == 0 ? SendSinglyAsync(client, reports, ids) : SendBatchAsync(client, reports, ids));
        }
    }

    private async Task SendSinglyAsync(HttpClient client, Dictionary<string, string> reports, string[] ids)
    {
        foreach (var id in ids)
        {
            var (status, answer) = await PostAsync(client, reports[id]);
            answers.Take(id, (int)status, answer);
        }
    }

    private async Task SendBatchAsync(HttpClient client, Dictionary<string, string> reports, string[] ids)
    {
        var (status, answer) = await PostAsync(client, $"[{string.Join(',', ids.Select(id => reports[id]))}]");

        if (status != HttpStatusCode.OK)
        {
            answers.Complain($"batch: {status} {answer}");

            return;
        }

        foreach (var (id, item) in ids.Zip(answer.EnumerateArray()))
        {
            answers.Take(id, item.GetProperty("http_status").GetInt32(), item);
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(HttpClient client, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/v1/usage/record", content);

        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
