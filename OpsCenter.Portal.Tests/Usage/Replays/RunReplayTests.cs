using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Replays;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Replays;

/// <summary>The brief's job is charged 0.469 by version 1 and costs 0.315.</summary>
public sealed class RunReplayTests(ReplayFixture fixture) : IClassFixture<ReplayFixture>
{
    [Fact]
    public async Task The_card_that_charged_the_jobs_changes_no_job_and_no_total()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day);
        await fixture.RecordAsync(day, job => job with { Byok = true, Route = "own:model" });
        await fixture.RecordAsync(day, job => job with { Status = JobStatus.Failed, ProviderCost = 0.333333333333m });
        await fixture.RecordAsync(day, job => job with { InputTokens = 7, CachedInputTokens = 3, OutputTokens = 1, Tools = [] });
        await fixture.RecordAsync(day, job => job with { Tools = [new("compute.sandbox", 0.000001m), new("web.search", 3m), new("web.search", 2m)] });
        await fixture.VoidAsync(await fixture.RecordAsync(day));

        var replay = await fixture.ReplayAsync(day);

        var total = replay.Result.Total;
        (total.Jobs, total.DearerJobs, total.CheaperJobs, total.HeldJobs).Should().Be((5, 0, 0, 0));
        (total.RevenueDifference.Amount, total.CostDifference.Amount, total.MarginDifference.Amount).Should().Be((0m, 0m, 0m));
        total.RevenueBefore.Amount.Should().Be(await LedgerTotalAsync(day));
        replay.Result.Groups.Should().OnlyContain(g => g.Figures.RevenueDifference.Amount == 0m && g.Figures.CostDifference.Amount == 0m);
    }

    [Fact]
    public async Task Another_markup_changes_what_the_calculator_says()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day);
        await fixture.RecordAsync(day, customer: fixture.Jobs.Globex.ToString());
        await fixture.RecordAsync(day, job => job with { Byok = true }, fixture.Jobs.Globex.ToString());
        var version = await fixture.PublishMarkupAsync(50m);

        var replay = await fixture.ReplayAsync(day, version);

        // 0.3 × 1.5 instead of 0.3 × 1.25 is 0.075 more for each of two jobs; under BYOK nothing changes.
        Text(replay.Result.Total).Should().Be("3 jobs: 1.032 to 1.182, margin 0.387 to 0.537");
        replay.Result.By(ReplayDimension.Customer).Select(c => $"{c.Name} {Text(c.Figures)}").Should().BeEquivalentTo(
            $"{fixture.Jobs.Acme} 1 jobs: 0.469 to 0.544, margin 0.154 to 0.229",
            $"{fixture.Jobs.Globex} 2 jobs: 0.563 to 0.638, margin 0.233 to 0.308");
    }

    [Fact]
    public async Task A_corrected_job_counts_once_with_its_charge_in_force_and_a_voided_one_not_at_all()
    {
        var day = fixture.NextDay();
        var version = await fixture.PublishMarkupAsync(35m);
        await fixture.RepriceAsync(await fixture.RecordAsync(day), version); // 0.3 × 1.35: 0.499
        await fixture.VoidAsync(await fixture.RecordAsync(day));

        var replay = await fixture.ReplayAsync(day);

        Text(replay.Result.Total).Should().Be("1 jobs: 0.499 to 0.469, margin 0.184 to 0.154");
    }

    [Fact]
    public async Task Held_jobs_are_counted_apart_and_those_priced_late_are_jobs_like_others()
    {
        var (day, late, waiting) = (fixture.NextDay(), fixture.Jobs.NewRoute(), fixture.Jobs.NewRoute());
        await fixture.RecordAsync(day, job => job with { Route = late });
        await fixture.RecordAsync(day, job => job with { Route = waiting });
        await fixture.RecordAsync(day, customer: "nobody");
        await fixture.Jobs.PublishAsync((late, 0.01m));
        await fixture.Jobs.PriceAsync();
        var version = await fixture.Jobs.PublishAsync((waiting, 0.02m));

        var replay = await fixture.ReplayAsync(day, version);

        // 6,000 tokens at 0.01, agent 0.064, tools 0.03; at 0.02 the one that waits would be 0.214, and cost 0.12 + 0.015.
        Text(replay.Result.Total).Should().Be("1 jobs: 0.154 to 0.154, margin 0.079 to 0.079");
        replay.Result.Holds.Should().Be(new ReplayedHolds(1, 1, new Money(0.214m, Currency.Usd), new Money(0.135m, Currency.Usd)));
    }

    [Fact]
    public async Task A_removed_row_is_told_by_name_with_what_would_wait()
    {
        var route = fixture.Jobs.NewRoute();
        await fixture.Jobs.PublishAsync((route, 0.01m));
        await fixture.RecordAsync(fixture.Jobs.Clock.GetUtcNow(), job => job with { Route = route });

        var replay = await ReplayNowAsync(version: 1);

        // 6,000 tokens at 0.01, agent 0.064, tools 0.03.
        replay.Result.Missing.Should().Equal(
            new ReplayMissing(new HoldCause(HoldReason.UnknownRoute, route), 1, new Money(0.154m, Currency.Usd)));
        Text(replay.Result.Total).Should().Be("1 jobs: 0.154 to 0, margin 0.079 to 0");
    }

    [Fact]
    public async Task A_period_without_jobs_is_an_answer_and_keeps_nothing()
    {
        var day = fixture.NextDay();
        using var command = fixture.NewCommand();
        var before = await CountAsync();

        var outcome = await command.HandleAsync(JobsFixture.Admin, new RunReplayInput(1, day, day.AddHours(1)), null, CancellationToken.None);

        outcome.Should().BeOfType<ReplayOutcome.NothingToReplay>();
        (await CountAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData(1, 0, "end after it begins")]
    [InlineData(1, 400, "at most 366 days")]
    [InlineData(9_999, 1, "no version 9999")]
    public async Task What_makes_no_sense_is_refused_in_words(int version, int days, string words)
    {
        var from = fixture.NextDay();
        using var command = fixture.NewCommand();

        var outcome = await command.HandleAsync(JobsFixture.Admin, new RunReplayInput(version, from, from.AddDays(days)), null, CancellationToken.None);

        outcome.Should().BeOfType<ReplayOutcome.Refused>().Which.Explanation.Should().Contain(words);
    }

    [Fact]
    public async Task Progress_begins_with_what_is_expected_and_a_cancelled_run_keeps_nothing()
    {
        var day = fixture.NextDay();
        await fixture.RecordAsync(day);
        await fixture.RecordAsync(day);
        using var command = fixture.NewCommand();
        using var cancel = new CancellationTokenSource();
        var (seen, before) = (new List<ReplayProgress>(), await CountAsync());
        var midnight = new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero);

        var run = () => command.HandleAsync(
            JobsFixture.Admin, new RunReplayInput(1, midnight, midnight.AddDays(1)), new Told(seen, cancel.Cancel), cancel.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        seen.Should().Equal(new ReplayProgress(0, 2));
        (await CountAsync()).Should().Be(before);
        (await fixture.ReplayAsync(day)).Result.Total.Jobs.Should().Be(2, "the turn of the cancelled one must have ended");
    }

    [Fact]
    public async Task Only_who_may_edit_rate_cards_replays()
    {
        var input = new RunReplayInput(1, fixture.NextDay(), fixture.Jobs.Clock.GetUtcNow());
        Actor[] others =
        [
            JobsFixture.Finance, JobsFixture.MemberOf(fixture.Jobs.Acme), new Actor.Machine(Guid.Empty, "x", MachineScopes.RateCardRead),
        ];
        using var command = fixture.NewCommand();

        foreach (var other in others)
        {
            var run = () => command.HandleAsync(other, input, null, CancellationToken.None);
            await run.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private async Task<ReplayView> ReplayNowAsync(int version)
    {
        using var command = fixture.NewCommand();
        var now = fixture.Jobs.Clock.GetUtcNow();

        return ((ReplayOutcome.Done)await command.HandleAsync(
            JobsFixture.Admin, new RunReplayInput(version, now.AddDays(-1), now.AddDays(1)), null, CancellationToken.None)).Replay;
    }

    private Task<decimal> LedgerTotalAsync(DateTimeOffset day) =>
        fixture.Jobs.ScalarAsync<decimal>("select sum(total) from ledger_entries where occurred_at = $1", day);

    private Task<long> CountAsync() => fixture.Jobs.ScalarAsync<long>("select count(*) from rate_card_replays");

    private static string Text(ReplayFigures f) =>
        $"{f.Jobs} jobs: {Number(f.RevenueBefore)} to {Number(f.RevenueAfter)}, margin {Number(f.MarginBefore)} to {Number(f.MarginAfter)}";

    private static string Number(Money money) => DecimalText.Format(money.Amount);

    private sealed class Told(List<ReplayProgress> seen, Action then) : IProgress<ReplayProgress>
    {
        public void Report(ReplayProgress value)
        {
            seen.Add(value);
            then();
        }
    }
}
