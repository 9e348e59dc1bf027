using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

/// <summary>An array of reports over HTTP: 200, and each report stands or falls alone.</summary>
public sealed class UsageBatchTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private string customerId = "";

    public async Task InitializeAsync()
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", default);
        customerId = ((CreateCustomerOutcome.Created)outcome).Id.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_report_of_a_batch_has_its_own_answer_in_the_same_order()
    {
        var taken = Report("job_id", "\"b-1\"");

        var (status, body) = await PostAsync($"[{taken},{Report("input_tokens", "-1")},{Report("route_used", "\"a:b\"")},{taken},7,{Report("job_id", "\"b-1\"").Replace("2000", "2001")}]");

        status.Should().Be(HttpStatusCode.OK);
        body.EnumerateArray().Select(item => item.GetProperty("http_status").GetInt32()).Should().Equal(201, 422, 201, 200, 422, 409);
        body[0].GetProperty("total").GetString().Should().Be("0.469");
        body[1].GetProperty("code").GetString().Should().Be("invalid_usage");
        body[1].GetProperty("errors").GetProperty("input_tokens")[0].GetString().Should().NotBeEmpty();
        body[2].GetProperty("status").GetString().Should().Be("held");
        body[3].GetProperty("replayed").GetBoolean().Should().BeTrue();
        body[3].GetProperty("receipt_url").GetString().Should().Be(body[0].GetProperty("receipt_url").GetString());
        body[4].GetProperty("errors").GetProperty("$")[0].GetString().Should().Be("Must be an object.");
        body[5].GetProperty("code").GetString().Should().Be("job_conflict");
    }

    [Fact]
    public async Task A_thousand_reports_fit_and_one_more_does_not()
    {
        var report = Report("member_id", "\"m\"");

        var (full, items) = await PostAsync($"[{string.Join(',', Enumerable.Repeat(report, 1_000))}]");
        var (over, problem) = await PostAsync($"[{string.Join(',', Enumerable.Repeat(report, 1_001))}]");

        full.Should().Be(HttpStatusCode.OK);
        items.EnumerateArray().Count(item => item.GetProperty("http_status").GetInt32() == 201).Should().Be(1_000);
        over.Should().Be(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").GetProperty("$")[0].GetString().Should().Be("A batch has 1 to 1000 reports.");
    }

    [Fact]
    public async Task A_report_out_of_time_names_the_field_with_and_without_a_key()
    {
        const string Old = "\"2020-01-01T00:00:00Z\"";

        var (_, body) = await PostAsync($"[{Report("occurred_at", Old)},{Report("occurred_at", Old)[..^1]},\"job_id\":\"old\"}}]");

        body.EnumerateArray().Select(item => item.GetProperty("http_status").GetInt32()).Should().Equal(422, 422);
        body.EnumerateArray().Select(item => item.GetProperty("errors").GetProperty("occurred_at")[0].GetString())
            .Should().AllBe("Must lie at most 100 days back and 5 minutes ahead.");
    }

    [Fact]
    public async Task An_empty_batch_is_refused()
    {
        var (status, problem) = await PostAsync("[ ]");

        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("code").GetString().Should().Be("invalid_usage");
    }

    [Fact]
    public async Task A_batch_may_have_4_MiB_and_no_more()
    {
        var report = Report("metadata", $"{{\"a\":\"{new string('x', 900)}\"}}");
        var fits = $"[{string.Join(',', Enumerable.Repeat(report, 1_000))}]";

        var (accepted, _) = await PostAsync(fits + new string(' ', (4 * 1024 * 1024) - fits.Length));
        var (refused, problem) = await PostAsync(fits + new string(' ', (4 * 1024 * 1024) - fits.Length + 1));

        accepted.Should().Be(HttpStatusCode.OK);
        refused.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        problem.GetProperty("code").GetString().Should().Be("too_large");
    }

    [Fact]
    public async Task A_report_over_64_KiB_falls_alone()
    {
        var (status, body) = await PostAsync($"[{Report("member_id", $"\"{new string('x', 65_536)}\"")},{Report("member_id", "\"m\"")}]");

        status.Should().Be(HttpStatusCode.OK);
        body.EnumerateArray().Select(item => item.GetProperty("http_status").GetInt32()).Should().Equal(413, 201);
    }

    [Fact]
    public async Task A_batch_has_no_idempotency_key_of_its_own()
    {
        var (status, problem) = await PostAsync($"[{Report("member_id", "\"m\"")}]", idempotencyKey: "one");

        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").EnumerateObject().Single().Name.Should().Be("Idempotency-Key");
    }

    [Fact]
    public async Task Commits_and_the_queue_are_measured_for_prometheus()
    {
        await PostAsync($"[{Report("member_id", "\"m\"")}]");
        using var client = host.CreateClient();

        var metrics = await client.GetStringAsync("/metrics");

        metrics.Should().MatchRegex("opscenter_usage_commit_size_count\\{[^}]*\\} [1-9]")
            .And.MatchRegex("opscenter_usage_commit_duration_seconds_count\\{[^}]*\\} [1-9]")
            .And.MatchRegex("opscenter_usage_queue_depth\\{[^}]*\\} 0");
    }

    private string Report(string field, string json) => Reports.BriefWith(field, json, customerId);

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string json, string? idempotencyKey = null)
    {
        using var client = host.CreateMachine();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/usage/record")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await client.SendAsync(request);

        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
