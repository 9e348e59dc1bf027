using System.Net;
using System.Text.Json;
using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

public sealed class JobTests : IAsyncLifetime
{
    private readonly JobsFixture brigade = new();

    public async Task InitializeAsync() => await brigade.InitializeAsync();

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task The_contracts_example_runs_is_reported_and_costs_what_the_contract_says()
    {
        brigade.OpsCenter.Card = JobsCard.Of(JobsCard.Agent(a => a with { PreferredClass = RouteClass.Frontier }));
        var release = new TaskCompletionSource();
        brigade.OpsCenter.MayAnswer = release.Task;
        await brigade.StartAsync();

        var (status, job) = await brigade.RunAsync(Job(new string('x', 24_000), tools: [new { tool = "web.search", units = 3 }]));

        status.Should().Be(HttpStatusCode.OK);
        job.GetProperty("status").GetString().Should().Be("succeeded");
        job.GetProperty("usage").GetRawText().Should().Be(
            """{"input_tokens":6000,"cached_input_tokens":0,"output_tokens":2000,"tools_used":[{"tool":"web.search","units":3}]}""");
        job.GetProperty("price").GetRawText().Should().Be(
            """{"status":"estimated","llm_fee":"0.375","agent_fee":"0.064","tools_fee":"0.03","total":"0.469","currency":"USD","rate_card_version":1}""");
        var routing = job.GetProperty("routing");
        (Text(routing, "route"), Text(routing, "class"), Text(routing, "reason"), Text(routing, "pick"))
            .Should().Be(("openai:gpt-4", "frontier", "preferred_class", "highest_margin"));
        routing.GetProperty("alternatives").EnumerateArray().Select(a => (Text(a, "route"), Text(a, "verdict"))).Should().Equal(
            ("anthropic:claude-3-opus", "lower_margin"), ("house_vllm:default", "later_class"));

        release.SetResult();
        var priced = await brigade.PricedAsync("job-1");
        priced.GetProperty("price").GetRawText().Should().Be(job.GetProperty("price").GetRawText().Replace("estimated", "priced", StringComparison.Ordinal));
        var report = brigade.OpsCenter.Reports["job-1"];
        Text(report.GetProperty("metadata"), "route_reason").Should().Be("preferred_class");
        report.GetProperty("metadata").TryGetProperty("byok_fallback", out _).Should().BeFalse();
    }

    [Fact]
    public async Task The_same_input_gives_the_same_answer_and_another_one_another()
    {
        await brigade.StartAsync();

        var first = await brigade.RunAsync(Job("What is a job?", jobId: null));
        var second = await brigade.RunAsync(Job("What is a job?", jobId: null));
        var other = await brigade.RunAsync(Job("Who is a job?!", jobId: null));

        Text(second.Body, "output").Should().Be(Text(first.Body, "output")).And.NotBeEmpty();
        Text(other.Body, "output").Should().NotBe(Text(first.Body, "output"));
        Text(second.Body, "job_id").Should().NotBe(Text(first.Body, "job_id"));
    }

    [Theory]
    [InlineData("fail", "failed")]
    [InlineData("abort", "aborted")]
    public async Task A_job_that_does_not_succeed_is_reported_with_what_it_used(string word, string expected)
    {
        await brigade.StartAsync();

        var (status, job) = await brigade.RunAsync(Job($"[[output=50]] [[{word}=20]]"));

        (status, Text(job, "status")).Should().Be((HttpStatusCode.OK, expected));
        job.GetProperty("usage").GetProperty("output_tokens").GetInt64().Should().Be(20);
        Text(job.GetProperty("ended_by"), "code").Should().Be("model");
        await brigade.PricedAsync("job-1");
        Text(brigade.OpsCenter.Reports["job-1"], "status").Should().Be(expected);
        Text(brigade.OpsCenter.Reports["job-1"].GetProperty("metadata"), "ended_by").Should().Be("model");
    }

    [Theory]
    [InlineData("nobody", "web.search", HttpStatusCode.NotFound, "unknown_agent")]
    [InlineData("retired", "web.search", HttpStatusCode.Conflict, "agent_disabled")]
    [InlineData("research_pro", "x.nothing", HttpStatusCode.UnprocessableEntity, "unknown_tool")]
    [InlineData("research_pro", "x.off", HttpStatusCode.Conflict, "tool_disabled")]
    public async Task What_the_card_lacks_or_disables_is_refused_before_anything_runs(string agent, string tool, HttpStatusCode expected, string code)
    {
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(new { customer_id = JobsFixture.Customer, agent, input = "x", job_id = "job-1", tools = new[] { new { tool, units = 1 } } });

        (status, Text(problem, "code")).Should().Be((expected, code));
        (await brigade.FindAsync("job-1")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_active_route_is_no_job()
    {
        brigade.OpsCenter.Card = JobsCard.Of(content => content with { Routes = [.. content.Routes.Select(r => r with { Active = false })] });
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(Job("x"));

        (status, Text(problem, "code")).Should().Be((HttpStatusCode.UnprocessableEntity, "no_route"));
    }

    [Fact]
    public async Task A_customer_that_may_not_start_jobs_is_told_why()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(stop: "included_usage");
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(Job("x"));

        (status, Text(problem, "code"), Text(problem, "stop_reason"), Text(problem, "stop_message"))
            .Should().Be((HttpStatusCode.Forbidden, "may_not_start", "included_usage", "Told so."));
    }

    [Fact]
    public async Task An_unknown_customer_is_refused()
    {
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(new { customer_id = "stranger", agent = "research_pro", input = "x" });

        (status, Text(problem, "code")).Should().Be((HttpStatusCode.NotFound, "unknown_customer"));
    }

    [Fact]
    public async Task While_Ops_Center_is_away_known_customers_work_for_a_day_and_strangers_do_not()
    {
        await brigade.StartAsync();
        await brigade.RunAsync(Job("x", jobId: "before"));
        brigade.OpsCenter.IsAway = true;
        brigade.Clock.Advance(TimeSpan.FromHours(23));

        var known = await brigade.RunAsync(Job("x", jobId: "during"));
        var stranger = await brigade.RunAsync(new { customer_id = "stranger", agent = "research_pro", input = "x" });
        brigade.Clock.Advance(TimeSpan.FromHours(1));
        var late = await brigade.RunAsync(Job("x", jobId: "late"));

        known.Status.Should().Be(HttpStatusCode.OK);
        (stranger.Status, Text(stranger.Body, "code")).Should().Be((HttpStatusCode.ServiceUnavailable, "customer_unavailable"));
        (late.Status, Text(late.Body, "code")).Should().Be((HttpStatusCode.ServiceUnavailable, "customer_unavailable"));
    }

    [Fact]
    public async Task Ops_Center_is_asked_about_a_customer_at_most_once_a_second()
    {
        await brigade.StartAsync();

        await brigade.RunAsync(Job("x", jobId: "1"));
        await brigade.RunAsync(Job("x", jobId: "2"));
        var within = brigade.OpsCenter.CustomerReads.Count;
        brigade.Clock.Advance(TimeSpan.FromSeconds(1));
        await brigade.RunAsync(Job("x", jobId: "3"));

        (within, brigade.OpsCenter.CustomerReads.Count).Should().Be((1, 2));
    }

    internal static object Job(string input, string? jobId = "job-1", string? maxCost = null, object[]? tools = null) =>
        new { customer_id = JobsFixture.Customer, agent = "research_pro", input, job_id = jobId, max_cost = maxCost, tools };

    internal static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
