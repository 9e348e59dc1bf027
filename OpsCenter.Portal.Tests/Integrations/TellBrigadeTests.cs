using FluentAssertions;
using OpsCenter.Portal.Outbox;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Tests.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.Integrations;

/// <summary>Whatever puts a version into force tells Brigade, once the version is there and not before.</summary>
public sealed class TellBrigadeTests : RateCardCommandTests
{
    private DateTimeOffset Now => Portal.Clock.GetUtcNow();

    [Fact]
    public async Task Publishing_tells_brigade_once()
    {
        Portal.Brigade.Has(2, Now);
        await ChangeAsync("0.04");

        await PublishAsync(Portal.Ana);
        var tried = await DispatchAsync();

        tried.Should().Be(1);
        (await DispatchAsync()).Should().Be(0);
        Portal.Brigade.Refreshes.Should().Be(1);
        (await KeysAsync("done_at is not null")).Should().Be("rc-2");
        (await Portal.ScalarAsync<int>("select card_version from brigade_status where error is null and refresh_version = 2")).Should().Be(2);
    }

    [Fact]
    public async Task Publishing_wakes_the_outbox()
    {
        await ChangeAsync("0.04");

        await PublishAsync(Portal.Ana);

        var rung = Portal.Get<OutboxBell>().WaitAsync(TimeSpan.FromDays(1), Portal.Clock, CancellationToken.None);
        await rung.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_is_refused_tells_nobody()
    {
        await ChangeAsync("0.04");

        var outcome = await PublishAsync(Portal.Ana, "");

        outcome.Should().BeOfType<PublishOutcome.NoteRefused>();
        (await Portal.ScalarAsync<long>("select count(*) from outbox")).Should().Be(0);
    }

    [Fact]
    public async Task Rolling_back_tells_brigade_of_the_new_version()
    {
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana);

        await Portal.Get<RollBackRateCard>().HandleAsync(Portal.Ana, new RollBackInput(1, 2, new PublishTerms("Back")), CancellationToken.None);

        (await KeysAsync("true")).Should().Be("rc-2 rc-3");
    }

    [Fact]
    public async Task A_scheduled_version_is_told_when_it_comes_into_force()
    {
        Portal.Brigade.Has(1, Now);
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Now.AddDays(1) });

        var before = await DispatchAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        Portal.Brigade.Has(2, Now);
        var after = await DispatchAsync();

        (before, after).Should().Be((0, 1));
        (await KeysAsync("done_at is not null")).Should().Be("rc-2");
    }

    [Fact]
    public async Task A_version_that_was_called_off_makes_brigade_look_once_for_nothing()
    {
        Portal.Brigade.Has(1, Now);
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Now.AddDays(1) });
        await Portal.Get<CancelScheduledVersion>().HandleAsync(Portal.Ana, 2, CancellationToken.None);

        Portal.Clock.Advance(TimeSpan.FromDays(1));
        await DispatchAsync();

        (await KeysAsync("done_at is not null and last_error is null")).Should().Be("rc-2");
    }

    [Fact]
    public async Task Publishing_under_a_scheduled_version_tells_of_both_at_their_times()
    {
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana, new PublishTerms("From tomorrow") { EffectiveFrom = Now.AddDays(1) });
        await TypeAsync(Portal.Ana, Gpt4, OutputCost, "0.07");

        await PublishAsync(Portal.Ana, new PublishTerms("At once") { WhenScheduled = ScheduledChoice.Keep });

        (await KeysAsync($"due_at = '{Now:O}'")).Should().Be("rc-3");
        (await KeysAsync($"due_at = '{Now.AddDays(1):O}'")).Should().Be("rc-2 rc-4");
    }

    [Fact]
    public async Task While_brigade_is_away_it_is_told_again_and_again_until_it_has_the_version()
    {
        Portal.Brigade.IsAway("Brigade does not answer.");
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana);

        await DispatchAsync();
        var error = await Portal.ScalarAsync<string>("select last_error from outbox where done_at is null");
        Portal.Clock.Advance(TimeSpan.FromSeconds(5));
        Portal.Brigade.Has(1, Now);
        await DispatchAsync();
        var behind = await Portal.ScalarAsync<string>("select last_error from outbox where done_at is null");
        Portal.Clock.Advance(TimeSpan.FromSeconds(10));
        Portal.Brigade.Has(2, Now);
        await DispatchAsync();

        error.Should().EndWith("Brigade does not answer.");
        behind.Should().EndWith("Brigade still has version 1, and version 2 is in force.");
        (await KeysAsync("done_at is not null")).Should().Be("rc-2");
        Portal.Brigade.Refreshes.Should().Be(3);
    }

    [Fact]
    public async Task Without_a_brigade_it_is_noted_that_nobody_was_told()
    {
        Portal.Brigade.Address = null;
        await ChangeAsync("0.04");
        await PublishAsync(Portal.Ana);

        await DispatchAsync();

        (await KeysAsync("done_at is not null")).Should().Be("rc-2");
        (await Portal.ScalarAsync<int>("select refresh_version from brigade_status where answered_at is null")).Should().Be(2);
    }

    private Task<DraftOutcome> ChangeAsync(string inputCost) => TypeAsync(Portal.Ana, Gpt4, InputCost, inputCost);

    private Task<int> DispatchAsync() => Portal.Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None);

    private Task<string> KeysAsync(string condition) => Portal.ScalarAsync<string>($"select coalesce(string_agg(key, ' ' order by key), '') from outbox where {condition}");
}
