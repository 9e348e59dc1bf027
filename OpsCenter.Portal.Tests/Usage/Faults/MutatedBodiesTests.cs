using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
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

/// <summary>Ten thousand spoilt bodies.</summary>
public sealed class MutatedBodiesTests(PortalHost host, ITestOutputHelper output) : IClassFixture<PortalHost>
{
    private const int Bodies = 10_000;
    private const int Senders = 4;
    private static readonly HttpStatusCode[] Allowed =
        [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity];

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> answered = new();
    private long created;
    private long neighbours;

    [Fact]
    public async Task No_body_is_answered_500_and_none_harms_its_neighbours()
    {
        var seed = TestSeed.Take(output);
        var customer = (CreateCustomerOutcome.Created)await host.Services.GetRequiredService<CreateCustomer>()
            .HandleAsync(new Actor.System("test"), "Example", CancellationToken.None);
        var jobs = new JobMaker(customer.Id.ToString(), TimeProvider.System.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(jobs, new Random(HashCode.Combine(seed, sender)), sender))));

        output.WriteLine($"{string.Join(", ", answered.OrderBy(a => a.Key).Select(a => $"{a.Value} × {(int)a.Key}"))}; {created} jobs recorded, {neighbours} of them neighbours");
        complaints.Should().BeEmpty();
        neighbours.Should().BePositive();
        var database = host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var count = database.CreateCommand("select count(*) from usage_events");
        (await count.ExecuteScalarAsync()).Should().Be(created);
        await RollupCheck.ShouldHoldAsync(database);
    }

    private async Task SendAsync(JobMaker jobs, Random random, int sender)
    {
        using var client = host.CreateMachine();
        var mutation = new Mutation(random);

        for (var number = 0; number < Bodies / Senders; number++)
        {
            var isBatch = random.Next(2) == 0;
            string[] reports = [.. Enumerable.Range(0, isBatch ? random.Next(2, 7) : 1).Select(item => jobs.Make(random, KeyOf($"{sender}-{number}-{item}")))];
            await PostAsync(client, mutation.Spoil(reports, isBatch), reports);
        }
    }

    // Far from every other key: a flipped digit must not make the key of a neighbour.
    private static string KeyOf(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)), 0, 16);

    private async Task PostAsync(HttpClient client, byte[] body, string[] reports)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync("/api/v1/usage/record", content);
        var text = await response.Content.ReadAsStringAsync();
        answered.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);

        if (!Allowed.Contains(response.StatusCode))
        {
            complaints.Enqueue($"{response.StatusCode} {text} for {Convert.ToBase64String(body)}");

            return;
        }

        var answer = JsonDocument.Parse(text).RootElement;

        if (answer.ValueKind == JsonValueKind.Array)
        {
            CheckItems(answer, JsonDocument.Parse(body).RootElement, reports);
        }
        else
        {
            Check(answer, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType);
        }
    }

    private void CheckItems(JsonElement answers, JsonElement sent, string[] reports)
    {
        byte[][] good = [.. reports.Select(Encoding.UTF8.GetBytes)];

        foreach (var (answer, report) in answers.EnumerateArray().Zip(sent.EnumerateArray()))
        {
            var status = answer.GetProperty("http_status").GetInt32();
            Check(answer, status, mediaType: null);

            if (!good.Any(bytes => JsonMarshal.GetRawUtf8Value(report).SequenceEqual(bytes)))
                continue;
            Interlocked.Increment(ref neighbours);

            // The same report twice in a body is a retry.
            if (status is not (200 or 201))
            {
                complaints.Enqueue($"A good report was answered {answer}");
            }
        }
    }

    private void Check(JsonElement answer, int status, string? mediaType)
    {
        if (status == (int)HttpStatusCode.Created)
        {
            Interlocked.Increment(ref created);
        }

        var isProblem = status >= 400;
        var isAsItShould = isProblem
            ? answer.GetProperty("code").GetString() is { Length: > 0 } && answer.GetProperty("status").GetInt32() == status && !answer.GetProperty("retryable").GetBoolean()
            : answer.GetProperty("receipt_url").GetString() is { Length: > 0 };

        if (!Allowed.Contains((HttpStatusCode)status) || !isAsItShould || (isProblem && mediaType is not (null or "application/problem+json")))
        {
            complaints.Enqueue($"{status} {mediaType}: {answer}");
        }
    }
}
