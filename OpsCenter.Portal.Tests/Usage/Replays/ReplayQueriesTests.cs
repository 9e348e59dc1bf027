using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Replays;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Replays;

public sealed class ReplayQueriesTests(ReplayFixture fixture) : IClassFixture<ReplayFixture>
{
    [Fact]
    public async Task A_replay_is_found_again_by_its_prices_and_says_the_same_to_the_last_digit()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day, job => job with { InputTokens = 7, ProviderCost = 0.333333333333m });
        await fixture.RecordAsync(day, job => job with { Route = "nobody:knows" });
        var version = await fixture.PublishMarkupAsync(12.34m);
        var run = await fixture.ReplayAsync(day, version);
        var content = (await fixture.Jobs.Get<RateCardQueries>().FindAsync(JobsFixture.Admin, version, CancellationToken.None))!.Content;

        var found = await fixture.NewQueries().ForContentAsync(JobsFixture.Finance, content, CancellationToken.None);
        var samePeriod = await fixture.NewQueries().ForContentAsync(JobsFixture.Finance, content, run.From, run.Until, CancellationToken.None);
        var otherPeriod = await fixture.NewQueries().ForContentAsync(JobsFixture.Finance, content, run.From, run.Until.AddDays(1), CancellationToken.None);
        var otherPrices = await fixture.NewQueries().ForContentAsync(
            JobsFixture.Finance, content with { DefaultAgentRatePer1K = 0.123m }, CancellationToken.None);

        found.Should().BeEquivalentTo(run);
        samePeriod.Should().BeEquivalentTo(run);
        otherPeriod.Should().BeNull();
        otherPrices.Should().BeNull();
    }

    [Fact]
    public async Task A_version_is_held_against_what_was_predicted_for_its_prices_before_it_came_into_force()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day);
        await fixture.RecordAsync(day, job => job with { Byok = true });
        var first = await fixture.PublishMarkupAsync(40m);
        await fixture.ReplayAsync(day, first);
        await fixture.PublishMarkupAsync(60m);
        var again = await fixture.PublishMarkupAsync(40m);
        await fixture.RecordAsync(fixture.Jobs.Clock.GetUtcNow());

        var summary = await fixture.NewQueries().ForVersionAsync(JobsFixture.Finance, again, CancellationToken.None);
        var ofTheFirst = await fixture.NewQueries().ForVersionAsync(JobsFixture.Finance, first, CancellationToken.None);

        // 0.3 × 1.4 is 0.045 more than 0.375; 0.514 + 0.094 less 0.315 + 0.015 leaves 45.7 %. The job that came since is 0.514 and costs 0.315.
        summary.Should().NotBeNull();
        (summary!.Jobs, summary.RevenueDifference, summary.PredictedMarginPercent).Should().Be((2, new Money(0.045m, Currency.Usd), 45.7m));
        (summary.ActualJobs, summary.ActualMarginPercent).Should().Be((1, 38.7m));
        ofTheFirst.Should().BeNull("it was in force already when the replay was run");
    }

    [Fact]
    public async Task Routes_are_compared_by_the_full_hours_in_which_a_version_is_in_force()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day);
        await fixture.ReplayAsync(day, await fixture.PublishMarkupAsync(41m));
        await fixture.PublishMarkupAsync(61m);
        var version = await fixture.PublishMarkupAsync(41m);
        await fixture.RecordAsync(fixture.Jobs.Clock.GetUtcNow()); // in the hour that began under another version
        fixture.Jobs.Clock.Advance(TimeSpan.FromHours(2));
        await fixture.RecordAsync(fixture.Jobs.Clock.GetUtcNow());

        var comparison = await fixture.NewQueries().CompareAsync(JobsFixture.Finance, version, CancellationToken.None);

        comparison!.Prediction!.Result.Total.Jobs.Should().Be(1);
        comparison.Actual!.Total.Jobs.Should().Be(2);
        comparison.Actual.Routes.Should().ContainSingle().Which.Should().Be(
            KeyValuePair.Create("openai:gpt-4", new ActualFigures(1, new Money(0.517m, Currency.Usd), new Money(0.315m, Currency.Usd))));
    }

    [Fact]
    public async Task A_version_that_is_not_there_has_no_comparison_and_the_first_was_never_predicted()
    {
        var queries = fixture.NewQueries();

        (await queries.CompareAsync(JobsFixture.Finance, 9_999, CancellationToken.None)).Should().BeNull();
        (await queries.ForVersionAsync(JobsFixture.Finance, 9_999, CancellationToken.None)).Should().BeNull();
        (await queries.CompareAsync(JobsFixture.Finance, 1, CancellationToken.None)).Should().Match<ReplayComparison>(c => c.Prediction == null && c.Actual != null);
    }

    [Fact]
    public async Task Customers_see_none_of_it()
    {
        var (queries, member) = (fixture.NewQueries(), JobsFixture.MemberOf(fixture.Jobs.Acme));
        var content = (await fixture.Jobs.Get<RateCardQueries>().FindAsync(JobsFixture.Admin, 1, CancellationToken.None))!.Content;
        Func<Task>[] attempts =
        [
            () => queries.ForContentAsync(member, content, CancellationToken.None),
            () => queries.ForVersionAsync(member, 1, CancellationToken.None),
            () => queries.CompareAsync(member, 1, CancellationToken.None),
        ];

        foreach (var attempt in attempts)
            await attempt.Should().ThrowAsync<AccessDeniedException>();
    }
}
