using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Tests.Agents;
using OpsCenter.Portal.Usage.Agents;
using OpsCenter.Portal.Usage.Overview;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Agents;

/// <summary>Jobs of one agent: at 0.469 ten days ago and yesterday, a voided one, a dear one, failed ones by two policies, a held one.</summary>
public sealed class AgentPriceQueriesTests(AgentsFixture fixture) : IClassFixture<AgentsFixture>
{
    private const string Agent = "research_pro";

    [Fact]
    public async Task Prices_outcomes_and_failures_of_a_period_are_exact()
    {
        await fixture.RecordAsync(Agent, AgentsFixture.Now.AddDays(-10));
        await fixture.RecordAsync(Agent);
        await fixture.VoidAsync(await fixture.RecordAsync(Agent));
        await fixture.RecordAsync(Agent, change: usage => usage with { InputTokens = 60_000 }); // 2.4 for the model, 0.496 for the agent, 0.03 for the tool
        await fixture.RecordAsync(Agent, change: usage => usage with { Status = JobStatus.Failed });
        await fixture.RecordAsync(Agent, change: usage => usage with { Route = "openai:gpt-9" });
        await fixture.RecordAsync("code_generator");
        await fixture.ChangeAsync(Agent, row => row!.With(RateCardColumns.OnFailure, "free"));
        await fixture.RecordAsync(Agent, fixture.Clock.GetUtcNow(), usage => usage with { Status = JobStatus.Aborted });

        var week = await GetAsync(OverviewPeriod.Last7Days);
        var month = await GetAsync(OverviewPeriod.Last30Days);

        (week.Jobs, week.FailedJobs, week.SuccessPercent).Should().Be((6L, 2L, 66.7m));
        week.Histogram.Buckets.Should().Equal(new FeeBucket(0m, 1, 0m), new FeeBucket(0.46m, 2, 0.938m), new FeeBucket(2.9m, 1, 2.926m));
        week.Failures.Should().Be(new FailureCost(2, Usd(0.469m), Usd(0.63m)));
        month.Histogram.Buckets.Should().Equal(new FeeBucket(0m, 1, 0m), new FeeBucket(0.46m, 3, 1.407m), new FeeBucket(2.9m, 1, 2.926m));
        week.Recent.Buckets.Should().Equal(month.Histogram.Buckets, "ceilings are tried on thirty days, whatever the period");
        (week.Histogram.Percentile(50), week.Histogram.Percentile(95)).Should().Be((Usd(0.46m), Usd(2.9m)));
        week.Recent.At(0.47m).Should().Be(new CeilingEffect(Usd(0.47m), 1, 5, Usd(2.926m)));
        week.Recent.At(0.46m).Should().Be(new CeilingEffect(Usd(0.46m), 4, 5, Usd(4.333m)));
    }

    [Fact]
    public async Task An_agent_that_never_ran_has_no_figures_and_no_success_rate()
    {
        var prices = await fixture.Get<AgentPriceQueries>().GetAsync(AgentsFixture.Admin, "writer", Currency.Usd, OverviewPeriod.Today, CancellationToken.None);

        (prices.Jobs, prices.SuccessPercent, prices.Histogram.Jobs, prices.Recent.Jobs).Should().Be((0L, null, 0L, 0L));
        prices.Failures.Should().Be(new FailureCost(0, Usd(0m), Usd(0m)));
    }

    [Fact]
    public async Task Who_may_not_see_all_jobs_may_not_see_what_they_cost()
    {
        var queries = fixture.Get<AgentPriceQueries>();
        var member = AgentsFixture.MemberOf(fixture.Acme);

        var prices = () => queries.GetAsync(member, Agent, Currency.Usd, OverviewPeriod.Today, CancellationToken.None);
        var uses = () => fixture.Get<AgentUseQueries>().RecentAsync(member, Currency.Usd, null, CancellationToken.None);

        await prices.Should().ThrowAsync<AccessDeniedException>();
        await uses.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<AgentPrices> GetAsync(OverviewPeriod period) =>
        fixture.Get<AgentPriceQueries>().GetAsync(AgentsFixture.Admin, Agent, Currency.Usd, period, CancellationToken.None);

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
