using System.Net;
using FluentAssertions;
using Xunit;
using static OpsCenter.Portal.Tests.Brigade.Jobs.JobTests;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

public sealed class JobByokTests : IAsyncLifetime
{
    private const string OwnKey = "sk-own-abcdefghijklmnop";

    private readonly JobsFixture brigade = new();

    public async Task InitializeAsync() => await brigade.InitializeAsync();

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task The_customers_own_key_comes_first_and_the_model_is_free()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(byok: true, key: OwnKey);
        brigade.Models.Keys.Add(OwnKey);
        await StartAsync("openai:gpt-4");

        var (_, job) = await brigade.RunAsync(Job("Own key, please"));

        brigade.Models.Seen.Should().Equal(OwnKey);
        (Text(job.GetProperty("routing"), "class"), Text(job.GetProperty("routing"), "reason")).Should().Be(("byok", "own_key"));
        (Text(job.GetProperty("price"), "llm_fee"), Text(job.GetProperty("price"), "agent_fee")).Should().Be(("0", "0.00096"));
        (await brigade.PricedAsync("job-1")).GetProperty("routing").GetProperty("byok").GetBoolean().Should().BeTrue();
        brigade.OpsCenter.Reports["job-1"].GetProperty("byok_used").GetBoolean().Should().BeTrue();
        (brigade.Log.Text + job.GetRawText()).Should().NotContain(OwnKey);
    }

    [Fact]
    public async Task A_refused_key_falls_back_to_house_and_the_receipt_and_report_say_so()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(byok: true, key: OwnKey);
        await StartAsync("openai:gpt-4");

        var (status, job) = await brigade.RunAsync(Job("Own key, please"));

        (status, Text(job, "status")).Should().Be((HttpStatusCode.OK, "succeeded"));
        (Text(job.GetProperty("routing"), "route"), Text(job.GetProperty("routing"), "byok_fallback")).Should().Be(("house_vllm:default", "key_refused"));
        await brigade.PricedAsync("job-1");
        Text(brigade.OpsCenter.Reports["job-1"].GetProperty("metadata"), "byok_fallback").Should().Be("key_refused");
        brigade.OpsCenter.Reports["job-1"].GetProperty("byok_used").GetBoolean().Should().BeFalse();
        (brigade.Log.Text + job.GetRawText() + brigade.OpsCenter.Reports["job-1"].GetRawText()).Should().NotContain(OwnKey);
    }

    [Fact]
    public async Task The_built_in_model_refuses_a_key_that_says_so()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(byok: true, key: "sk-demo-refused");
        await brigade.StartAsync();

        var (_, job) = await brigade.RunAsync(Job("Own key, please"));

        Text(job.GetProperty("routing"), "byok_fallback").Should().Be("key_refused");
    }

    [Theory]
    [InlineData(OwnKey, false)]
    [InlineData("", true)]
    public async Task A_key_that_Brigade_cannot_read_falls_back_and_says_so(string key, bool mayRead)
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(byok: true, key: key);
        brigade.OpsCenter.ShowsKeys = mayRead;
        await brigade.StartAsync();

        var (_, job) = await brigade.RunAsync(Job("Own key, please"));

        (Text(job.GetProperty("routing"), "class"), Text(job.GetProperty("routing"), "byok_fallback")).Should().Be(("house", "key_unreadable"));
    }

    [Fact]
    public async Task Keys_are_read_only_when_a_route_may_use_one()
    {
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(byok: false, key: OwnKey);
        await brigade.StartAsync();

        var (_, job) = await brigade.RunAsync(Job("No plan for it"));

        brigade.OpsCenter.CustomerReads.Should().Equal("budget");
        (Text(job.GetProperty("routing"), "class"), Text(job.GetProperty("routing"), "byok_fallback")).Should().Be(("house", "not_in_plan"));
    }

    private Task StartAsync(string route)
    {
        foreach (var (key, value) in brigade.Models.SettingsOf(route))
            brigade.Settings[key] = value;

        return brigade.StartAsync();
    }
}
