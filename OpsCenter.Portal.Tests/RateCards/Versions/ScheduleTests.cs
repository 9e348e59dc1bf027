using FluentAssertions;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

public sealed class ScheduleTests : RateCardCommandTests
{
    private DateTimeOffset Tomorrow => Portal.Clock.GetUtcNow().AddDays(1);

    [Fact]
    public async Task A_scheduled_version_prices_nothing_before_its_time_and_everything_from_then_on()
    {
        var time = Tomorrow;
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");

        var outcome = await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = time });

        outcome.Should().Be(new PublishOutcome.Published(2, time) { IsScheduled = true });
        (await InForceAtAsync(time - TimeSpan.FromMicroseconds(1))).Should().Be(1);
        (await InForceAtAsync(time)).Should().Be(2);
        (await CurrentAsync()).Published.Version.Should().Be(1);
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        (await CurrentAsync()).Published.Version.Should().Be(2);
    }

    [Fact]
    public async Task A_draft_stays_on_the_version_in_force_and_hears_of_the_scheduled_one_as_of_a_colleagues_once_it_is_in_force()
    {
        await ScheduleAsync(InputCost, "0.04");
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");

        var before = await DraftOf(Portal.Ben);
        Portal.Clock.Advance(TimeSpan.FromDays(2));
        var after = await DraftOf(Portal.Ben);

        (before.Base.Version, before.Newer, before.Scheduled?.Version).Should().Be((1, null, 2));
        after.Newer!.Latest.Should().Be(2);
        after.Newer.Merge.Conflicts.Should().BeEmpty();
        after.Scheduled.Should().BeNull();
    }

    [Fact]
    public async Task Publishing_while_one_waits_asks_what_becomes_of_it_and_changes_nothing_until_told()
    {
        await ScheduleAsync(InputCost, "0.04");
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");

        var outcome = await PublishAsync(Portal.Ben, new PublishTerms("At once"));

        outcome.Should().BeOfType<PublishOutcome.ScheduledInTheWay>().Which.Version.Should().Be(2);
        (await Portal.ScalarAsync<int>("select max(version) from rate_card_versions")).Should().Be(2);
    }

    [Fact]
    public async Task Publishing_now_keeps_the_scheduled_changes_on_top_of_the_new_prices_at_their_time()
    {
        var time = await ScheduleAsync(InputCost, "0.04");
        await TypeAsync(Portal.Ben, Gpt4, OutputCost, "0.09");

        var outcome = await PublishAsync(Portal.Ben, new PublishTerms("At once") { WhenScheduled = ScheduledChoice.Keep });

        outcome.Should().Be(new PublishOutcome.Published(3, Portal.Clock.GetUtcNow()) { Follower = 4 });
        (await CellsAsync(3)).Should().Be(("0.03", "0.09"));
        (await CellsAsync(4)).Should().Be(("0.04", "0.09"));
        (await StatusesAsync()).Should().Equal(
            (4, VersionStatus.Scheduled), (3, VersionStatus.InForce), (2, VersionStatus.Cancelled), (1, VersionStatus.Past));
        (await InForceAtAsync(time)).Should().Be(4);
        (await InForceAtAsync(time - TimeSpan.FromMicroseconds(1))).Should().Be(3);
    }

    [Fact]
    public async Task Publishing_now_cancels_the_scheduled_one_when_told_so()
    {
        var time = await ScheduleAsync(InputCost, "0.04");
        await TypeAsync(Portal.Ben, Gpt4, OutputCost, "0.09");

        await PublishAsync(Portal.Ben, new PublishTerms("At once") { WhenScheduled = ScheduledChoice.Cancel });

        (await InForceAtAsync(time)).Should().Be(3);
        (await CellsAsync(3)).Should().Be(("0.03", "0.09"));
    }

    [Theory]
    [InlineData(ScheduledChoice.Keep, "0.04")]
    [InlineData(ScheduledChoice.Cancel, "0.03")]
    public async Task A_second_schedule_takes_the_place_of_the_first_with_or_without_its_changes(ScheduledChoice choice, string inputCost)
    {
        await ScheduleAsync(InputCost, "0.04");
        await TypeAsync(Portal.Ben, Gpt4, OutputCost, "0.09");
        var later = Tomorrow.AddDays(3);

        var outcome = await PublishAsync(Portal.Ben, new PublishTerms("Later") { EffectiveFrom = later, WhenScheduled = choice });

        outcome.Should().Be(new PublishOutcome.Published(3, later) { IsScheduled = true });
        (await CellsAsync(3)).Should().Be((inputCost, "0.09"));
        (await InForceAtAsync(later - TimeSpan.FromSeconds(1))).Should().Be(1);
        (await StatusesAsync()).Should().Equal((3, VersionStatus.Scheduled), (2, VersionStatus.Cancelled), (1, VersionStatus.InForce));
    }

    [Fact]
    public async Task A_cancelled_version_never_comes_into_force_and_its_number_is_not_given_again()
    {
        var time = await ScheduleAsync(InputCost, "0.04");

        var outcome = await CancelAsync(2);

        outcome.Should().Be(CancelOutcome.Cancelled);
        (await InForceAtAsync(time.AddDays(1))).Should().Be(1);
        (await CancelAsync(2)).Should().Be(CancelOutcome.NotScheduled);
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.05");
        (await PublishAsync(Portal.Ana)).Should().BeOfType<PublishOutcome.Published>().Which.Version.Should().Be(3);
    }

    [Fact]
    public async Task Seconds_before_its_time_a_version_can_no_longer_be_called_off_or_replaced()
    {
        await ScheduleAsync(InputCost, "0.04");
        Portal.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(5));
        await TypeAsync(Portal.Ben, Gpt4, OutputCost, "0.09");

        (await CancelAsync(2)).Should().Be(CancelOutcome.TooLate);
        (await PublishAsync(Portal.Ben, new PublishTerms("Now") { WhenScheduled = ScheduledChoice.Cancel })).Should().BeOfType<PublishOutcome.TimeRefused>();
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(367 * 86_400)]
    public async Task A_time_that_is_over_or_out_of_reach_is_refused(int secondsAhead)
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");

        var outcome = await PublishAsync(Portal.Ana, new PublishTerms("Then") { EffectiveFrom = Portal.Clock.GetUtcNow().AddSeconds(secondsAhead) });

        outcome.Should().BeOfType<PublishOutcome.TimeRefused>();
        (await DraftOf(Portal.Ana)).SavedAt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("update rate_card_versions set note = 'other' where version = 2")]
    [InlineData("update rate_card_versions set effective_from = effective_from + interval '1 day' where version = 2")]
    [InlineData("update rate_card_versions set cancelled_at = effective_from, cancelled_by = 'x' where version = 2")]
    [InlineData("update rate_card_versions set cancelled_at = effective_from - interval '1 hour' where version = 2")]
    [InlineData("delete from rate_card_versions where version = 2")]
    public async Task The_database_lets_nothing_happen_to_a_version_but_a_cancellation_before_its_time(string statement)
    {
        await ScheduleAsync(InputCost, "0.04");

        var act = () => Portal.ExecuteAsync(statement);

        await act.Should().ThrowAsync<PostgresException>();
    }

    [Fact]
    public async Task Machines_read_a_version_by_its_number_once_it_is_in_force()
    {
        await ScheduleAsync(InputCost, "0.04");
        var (read, machine) = (Portal.Get<ReadRateCard>(), new Actor.System("brigade"));

        var before = await read.CardAsync(machine, 2, CancellationToken.None);
        Portal.Clock.Advance(TimeSpan.FromDays(1));

        before.Should().BeNull();
        (await read.CardAsync(machine, 2, CancellationToken.None))!.Version.Should().Be(2);
        (await read.CardAsync(machine, 1, CancellationToken.None))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task Who_may_not_edit_rate_cards_may_not_call_a_version_off()
    {
        var act = () => Portal.Get<CancelScheduledVersion>().HandleAsync(Portal.Ana with { PlatformRole = PlatformRole.Finance }, 2, CancellationToken.None);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    private async Task<DateTimeOffset> ScheduleAsync(RateCardColumn column, string text)
    {
        var time = Tomorrow;
        await TypeAsync(Portal.Ana, Gpt4, column, text);
        (await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = time })).Should().BeOfType<PublishOutcome.Published>();

        return time;
    }

    private Task<CancelOutcome> CancelAsync(int version) =>
        Portal.Get<CancelScheduledVersion>().HandleAsync(Portal.Ben, version, CancellationToken.None);

    private async Task<int> InForceAtAsync(DateTimeOffset time)
    {
        await using var connection = await Portal.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        return await VersionInForce.ShareAsync(connection, time, CancellationToken.None);
    }

    private async Task<(string Input, string Output)> CellsAsync(int version)
    {
        var row = RateCardSheet.Of((await Portal.Get<RateCardQueries>().FindAsync(Portal.Ana, version, CancellationToken.None))!.Content).Rows[Gpt4];

        return (row[InputCost], row[OutputCost]);
    }

    private async Task<IEnumerable<(int, VersionStatus)>> StatusesAsync() =>
        (await Portal.Get<VersionQueries>().ListAsync(Portal.Ana, null, CancellationToken.None)).Rows.Select(row => (row.Version, row.Status));
}
