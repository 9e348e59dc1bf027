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

public sealed class UsageEndpointTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Path = "/api/v1/usage/record";
    private string customerId = "";

    public async Task InitializeAsync()
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", default);
        customerId = ((CreateCustomerOutcome.Created)outcome).Id.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_briefs_job_is_answered_as_the_contract_shows()
    {
        var (status, body) = await PostAsync(Reports.BriefWith("job_id", "\"contract\"", customerId));

        status.Should().Be(HttpStatusCode.Created);
        var receipt = body.GetProperty("receipt_url").GetString();
        receipt.Should().StartWith($"{host.Address}jobs/");
        body.GetRawText().Should().Be(
            $$"""
            {"job_id":"contract","status":"priced","rate_card_version":1,"currency":"USD","llm_fee":"0.375","agent_fee":"0.064","tools_fee":"0.03","total":"0.469","byok":false,"hold_reason":null,"replayed":false,"receipt_url":"{{receipt}}"}
            """);
    }

    [Fact]
    public async Task Reports_are_counted_by_outcome_for_prometheus()
    {
        await PostAsync(Reports.BriefWith("route_used", "\"openai:counted\"", customerId));
        using var client = host.CreateClient();

        var metrics = await client.GetStringAsync("/metrics");

        metrics.Should().MatchRegex("opscenter_usage_reports_total\\{[^}]*outcome=\"held\"[^}]*\\} [1-9]");
    }

    [Fact]
    public async Task A_repeated_report_gets_the_first_answer_again()
    {
        var first = await PostAsync(Reports.BriefWith("job_id", "\"twice\"", customerId));
        var again = await PostAsync(Reports.BriefWith("job_id", "\"twice\"", customerId));

        again.Status.Should().Be(HttpStatusCode.OK);
        again.Body.GetRawText().Should().Be(first.Body.GetRawText().Replace("\"replayed\":false", "\"replayed\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_idempotency_header_is_a_job_key()
    {
        using var client = host.CreateMachine();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "by-header");
        var report = Reports.Brief(customerId);

        using var first = await client.PostAsJsonAsync(Path, report);
        using var again = await client.PostAsJsonAsync(Path, report);

        (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("job_id").GetString().Should().Be("by-header");
        again.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_job_with_the_same_key_is_a_conflict()
    {
        await PostAsync(Reports.BriefWith("job_id", "\"conflict\"", customerId));
        var other = Reports.Brief(customerId);
        other["job_id"] = "conflict";
        other["output_tokens"] = 1;

        await ShouldBeProblemAsync(other.ToJsonString(), HttpStatusCode.Conflict, "job_conflict", retryable: false);
    }

    [Fact]
    public async Task A_missing_price_holds_the_job_and_says_why()
    {
        var (status, body) = await PostAsync(Reports.BriefWith("route_used", "\"openai:gpt-9\"", customerId));

        status.Should().Be(HttpStatusCode.Created);
        body.GetProperty("status").GetString().Should().Be("held");
        body.GetProperty("hold_reason").GetString().Should().Be("unknown_route");
        body.GetProperty("total").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_invalid_report_names_every_field()
    {
        var problem = await ShouldBeProblemAsync(
            Reports.BriefWith("input_tokens", "-1", customerId)[..^1] + ",\"extra\":1}", HttpStatusCode.UnprocessableEntity, "invalid_usage", retryable: false);

        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Should().BeEquivalentTo("input_tokens", "extra");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"customer_id\":}")]
    [InlineData("\u0001")]
    public async Task What_is_not_json_is_refused(string body) =>
        await ShouldBeProblemAsync(body, HttpStatusCode.BadRequest, "invalid_json", retryable: false);

    [Fact]
    public async Task A_report_over_64_KiB_is_refused() =>
        await ShouldBeProblemAsync(
            Reports.BriefWith("metadata", $"{{\"a\":\"{new string('x', 65_536)}\"}}", customerId), HttpStatusCode.RequestEntityTooLarge, "too_large", retryable: false);

    [Fact]
    public async Task A_compressed_report_is_told_apart_from_broken_json()
    {
        using var client = host.CreateMachine();
        using var content = new StringContent(Reports.Brief(customerId).ToJsonString(), Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await client.PostAsync(Path, content);

        response.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().Should().Be("unsupported_encoding");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-a-credential")]
    public async Task Without_a_good_credential_nothing_is_accepted(string? token)
    {
        using var client = host.CreateMachine(token);

        using var response = await client.PostAsJsonAsync(Path, Reports.Brief(customerId));

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string json)
    {
        using var client = host.CreateMachine();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(Path, content);

        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<JsonElement> ShouldBeProblemAsync(string json, HttpStatusCode status, string code, bool retryable)
    {
        var answer = await PostAsync(json);

        answer.Status.Should().Be(status);
        answer.Body.GetProperty("code").GetString().Should().Be(code);
        answer.Body.GetProperty("retryable").GetBoolean().Should().Be(retryable);
        answer.Body.GetProperty("status").GetInt32().Should().Be((int)status);

        return answer.Body;
    }
}
