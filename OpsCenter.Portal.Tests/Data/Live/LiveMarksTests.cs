using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Data.Live;

public sealed class LiveMarksTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_mark_reaches_every_instance_once_and_its_own_topic_only()
    {
        await using var here = await LiveInstance.StartHearingAsync(database.ConnectionString);
        await using var there = await LiveInstance.StartHearingAsync(database.ConnectionString);
        using var ownUsage = new Changes(here.Marks, LiveTopic.Usage);
        using var usage = new Changes(there.Marks, LiveTopic.Usage);
        using var rateCard = new Changes(there.Marks, LiveTopic.RateCard);

        here.Marks.Mark(LiveTopic.Usage);
        await ownUsage.NextAsync();
        await usage.NextAsync();
        // Marks keep their order, so when this one is here, a second one of the first kind would be here, too.
        there.Marks.Mark(LiveTopic.RateCard);
        await rateCard.NextAsync();

        (ownUsage.Waiting, usage.Waiting, rateCard.Waiting).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task However_often_an_instance_marks_it_sends_four_a_second_and_the_last_one()
    {
        var clock = new FakeTimeProvider();
        await using var ear = await RawListener.OpenAsync(database.ConnectionString, "opscenter_usage");
        await using var instance = await LiveInstance.StartAsync(database.ConnectionString, clock);
        instance.Marks.Mark(LiveTopic.Usage);
        await ear.NextAsync();

        for (var step = 0; step < 200; step++)
        {
            instance.Marks.Mark(LiveTopic.Usage);
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await ear.GlanceAsync();
        }

        var inTwoSeconds = ear.Heard;
        instance.Marks.Mark(LiveTopic.Usage);
        await ear.NextWhileAsync(() => clock.Advance(TimeSpan.FromMilliseconds(10)));

        inTwoSeconds.Should().BeInRange(1, 1 + 8);
    }

    [Fact]
    public async Task A_listener_that_is_cut_off_tells_so_comes_back_and_counts_everything_as_changed()
    {
        await using var instance = await LiveInstance.StartHearingAsync(database.ConnectionString);
        using var usage = new Changes(instance.Marks, LiveTopic.Usage);
        using var rateCard = new Changes(instance.Marks, LiveTopic.RateCard);

        await ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'");
        await usage.NextAsync();
        await rateCard.NextAsync();
        await usage.NextAsync();
        await rateCard.NextAsync();
        instance.Marks.Mark(LiveTopic.Usage);

        await usage.NextAsync();
    }

    [Fact]
    public async Task An_instance_that_starts_without_its_database_is_told_when_it_comes_and_its_mark_was_kept()
    {
        var late = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = $"late_{Guid.CreateVersion7():N}" };
        await using var instance = await LiveInstance.StartAsync(late.ConnectionString);
        using var rateCard = new Changes(instance.Marks, LiveTopic.RateCard);
        using var usage = new Changes(instance.Marks, LiveTopic.Usage);
        instance.Marks.Mark(LiveTopic.Usage);

        await ExecuteAsync($"create database {late.Database}");
        await rateCard.NextAsync();
        await usage.NextAsync();

        await usage.NextAsync();
        await ExecuteAsync($"drop database {late.Database} with (force)");
    }

    [Fact]
    public async Task What_was_marked_last_is_sent_before_the_instance_goes()
    {
        var clock = new FakeTimeProvider();
        await using var ear = await RawListener.OpenAsync(database.ConnectionString, "opscenter_rate_card");
        await using var instance = await LiveInstance.StartAsync(database.ConnectionString, clock);
        instance.Marks.Mark(LiveTopic.RateCard);
        await ear.NextAsync();
        // The clock stands still, so the sender still waits out its quarter of a second.
        instance.Marks.Mark(LiveTopic.RateCard);

        await instance.StopAsync();

        await ear.NextAsync();
    }

    [Fact]
    public async Task A_follower_that_fails_and_a_topic_of_another_version_harm_nobody()
    {
        await using var instance = await LiveInstance.StartHearingAsync(database.ConnectionString);
        using var failing = instance.Marks.Subscribe(LiveTopic.Usage, () => throw new InvalidOperationException("A page that failed."));
        using var usage = new Changes(instance.Marks, LiveTopic.Usage);

        await ExecuteAsync("select pg_notify('opscenter_dreams', ''), pg_notify('opscenter_usage', '')");
        await usage.NextAsync();
        instance.Marks.Mark(LiveTopic.Usage);

        await usage.NextAsync();
    }

    [Fact]
    public async Task Who_follows_no_longer_is_not_told()
    {
        await using var instance = await LiveInstance.StartHearingAsync(database.ConnectionString);
        var gone = new Changes(instance.Marks, LiveTopic.Usage);
        using var usage = new Changes(instance.Marks, LiveTopic.Usage);
        gone.Dispose();

        instance.Marks.Mark(LiveTopic.Usage);
        await usage.NextAsync();
        instance.Marks.Mark(LiveTopic.Usage);
        await usage.NextAsync();

        gone.Waiting.Should().Be(0);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
