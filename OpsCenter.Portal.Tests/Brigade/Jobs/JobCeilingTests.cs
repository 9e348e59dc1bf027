using System.Net;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using Xunit;
using static OpsCenter.Portal.Tests.Brigade.Jobs.JobTests;

namespace OpsCenter.Portal.Tests.Brigade.Jobs;

/// <summary>
/// 300 input and 100 output tokens on the house route cost (300 × 0.002 + 100 × 0.004) ÷ 1,000 × 4 = 0.004 for the model and 400 × 0.008 ÷ 1,000 =
/// 0.0032 for the agent: 0.0072 together. Each further output token costs 0.016 ÷ 1,000 + 0.008 ÷ 1,000 = 0.000024.
/// </summary>
public sealed class JobCeilingTests : IAsyncLifetime
{
    private static readonly string Input = new('x', 1_200);

    private readonly JobsFixture brigade = new();

    public async Task InitializeAsync() => await brigade.InitializeAsync();

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task An_estimate_equal_to_the_ceiling_runs()
    {
        await brigade.StartAsync();

        var (status, job) = await brigade.RunAsync(Job(Input, maxCost: "0.0072"));

        (status, Text(job, "status")).Should().Be((HttpStatusCode.OK, "succeeded"));
        (Text(job.GetProperty("price"), "total"), Text(job.GetProperty("estimate"), "expected")).Should().Be(("0.0072", "0.0072"));
    }

    [Fact]
    public async Task An_estimate_above_the_ceiling_is_refused_with_both_numbers_and_nothing_is_reported()
    {
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(Job(Input, maxCost: "0.007199999999"));

        (status, Text(problem, "code")).Should().Be((HttpStatusCode.UnprocessableEntity, "ceiling_exceeded"));
        (Text(problem, "estimate"), Text(problem, "ceiling"), Text(problem, "ceiling_source"), Text(problem, "currency"))
            .Should().Be(("0.0072", "0.007199999999", "request", "USD"));
        brigade.OpsCenter.Reports.Should().BeEmpty();
    }

    [Theory]
    [InlineData("0.005", null, "agent")]
    [InlineData("0.006", "0.005", "customer")]
    [InlineData(null, "0", "customer")]
    public async Task The_least_ceiling_of_agent_and_customer_counts(string? agents, string? customers, string source)
    {
        decimal? most = agents is null ? null : DecimalText.TryParse(agents, out var number) ? number : throw new FormatException(agents);
        brigade.OpsCenter.Card = JobsCard.Of(JobsCard.Agent(a => a with { MaxJobCost = most }));
        brigade.OpsCenter.Customers[JobsFixture.Customer] = JobsFixture.CustomerJson(maxJobCost: customers);
        await brigade.StartAsync();

        var (status, problem) = await brigade.RunAsync(Job(Input, maxCost: "1"));

        (status, Text(problem, "ceiling_source")).Should().Be((HttpStatusCode.UnprocessableEntity, source));
    }

    [Fact]
    public async Task A_job_that_grows_beyond_its_ceiling_is_stopped_before_it_and_billed_for_what_it_used()
    {
        await brigade.StartAsync();
        var input = "[[output=2000]]" + new string('x', 1_200 - 15);

        var (status, job) = await brigade.RunAsync(Job(input, maxCost: "0.0100"));

        (status, Text(job, "status"), Text(job.GetProperty("ended_by"), "code")).Should().Be((HttpStatusCode.OK, "aborted", "ceiling"));
        job.GetProperty("usage").GetProperty("output_tokens").GetInt64().Should().Be(208, "216 tokens would fit, and pieces have 16");
        Text(job.GetProperty("price"), "total").Should().Be("0.009792");
        Text(job, "output").Should().NotBeEmpty();
        var priced = await brigade.PricedAsync("job-1");
        Text(priced.GetProperty("price"), "total").Should().Be("0.009792");
        Text(brigade.OpsCenter.Reports["job-1"], "status").Should().Be("aborted");
    }
}
