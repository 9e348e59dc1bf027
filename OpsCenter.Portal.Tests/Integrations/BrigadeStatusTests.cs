using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Integrations;
using OpsCenter.Portal.Tests.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.Integrations;

/// <summary>What is known of Brigade, and who may ask it.</summary>
public sealed class BrigadeStatusTests : RateCardCommandTests
{
    private static readonly TimeSpan NotWithin = TimeSpan.FromSeconds(9);

    private DateTimeOffset Now => Portal.Clock.GetUtcNow();

    [Fact]
    public async Task Everything_it_says_is_kept()
    {
        var said = new BrigadeStatus(12, Now.AddDays(-1))
        {
            CardVersion = 1,
            CardFetchedAt = Now.AddMinutes(-2),
            CardSource = BrigadeCardSource.Disk,
            IsStale = true,
            OldestSpooledAt = Now.AddMinutes(-30),
            RefusedReports = 4,
            LastReportAt = Now.AddMinutes(-31),
            LastError = "Ops-Center does not answer.",
        };
        Portal.Brigade.Says(said);

        await LookAsync();

        (await ViewAsync()).Should().BeEquivalentTo(new
        {
            Portal.Brigade.Address,
            InForce = 1,
            BehindSince = (DateTimeOffset?)null,
            Seen = new { AskedAt = Now, AnsweredAt = Now, Error = (string?)null, Status = said },
        });
        Portal.Get<LiveMarks>().Take().Should().Equal(LiveTopic.Integrations);
    }

    [Fact]
    public async Task Its_last_words_stay_while_it_is_away()
    {
        Portal.Brigade.Has(1, Now);
        await LookAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Portal.Brigade.IsAway("Brigade does not answer.");

        await LookAsync();

        var seen = (await ViewAsync()).Seen!; // it was asked
        (seen.Error, seen.AnsweredAt, seen.Status?.CardVersion).Should().Be(("Brigade does not answer.", Now.AddMinutes(-1), 1));
    }

    [Fact]
    public async Task One_instance_asks_while_the_others_know_it_has()
    {
        Portal.Brigade.Has(1, Now);
        var desk = Portal.Get<BrigadeDesk>();

        var first = await desk.LookAsync(NotWithin, CancellationToken.None);
        var second = await desk.LookAsync(NotWithin, CancellationToken.None);
        Portal.Clock.Advance(NotWithin);
        var later = await desk.LookAsync(NotWithin, CancellationToken.None);

        (first is null, second is null, later is null).Should().Be((false, true, false));
        Portal.Brigade.Looks.Should().Be(2);
    }

    [Fact]
    public async Task Nobody_is_asked_when_none_is_connected()
    {
        Portal.Brigade.Address = null;

        var answer = await Portal.Get<BrigadeDesk>().LookAsync(NotWithin, CancellationToken.None);

        answer.Should().BeNull();
        (await ViewAsync()).Seen.Should().BeNull();
    }

    [Fact]
    public async Task A_slow_answer_does_not_cover_a_newer_one()
    {
        var slow = new TaskCompletionSource<BrigadeAnswer<BrigadeStatus>>();
        Portal.Brigade.Status = () => slow.Task;
        var asked = LookAsync();
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Portal.Brigade.Has(1, Now);
        await LookAsync();

        slow.SetResult(new BrigadeAnswer<BrigadeStatus>.Given(new BrigadeStatus(7, Now)));
        await asked;

        (await ViewAsync()).Seen?.Status.Should().BeEquivalentTo(new { CardVersion = 1, SpooledReports = 0 });
    }

    [Fact]
    public async Task It_is_behind_since_the_first_version_that_it_missed()
    {
        Portal.Brigade.Has(1, Now);
        await LookAsync();
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        var missed = Now;
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.05");
        await PublishAsync(Portal.Ana);

        var view = await ViewAsync();

        (view.InForce, view.BehindSince).Should().Be((3, missed));
    }

    [Theory]
    [InlineData(true, "Brigade refreshed, it has version 1")]
    [InlineData(false, "Brigade does not answer.")]
    public async Task An_operator_refreshes_it_and_the_audit_trail_says_what_came_of_it(bool isThere, string sentence)
    {
        Portal.Brigade.IsAway("Brigade does not answer.");

        if (isThere)
            Portal.Brigade.Has(1, Now);

        var outcome = await Portal.Get<RefreshBrigade>().HandleAsync(Portal.Ana, CancellationToken.None);

        outcome.Should().Be(new BrigadeOutcome(isThere, sentence));
        (await Portal.ScalarAsync<string>("select after::jsonb ->> 'answer' from audit_entries where action = 'brigade.refreshed'")).Should().Be(sentence);
    }

    [Fact]
    public async Task An_operator_tests_the_connection()
    {
        Portal.Brigade.Has(1, Now);

        var outcome = await Portal.Get<TestBrigade>().HandleAsync(Portal.Ana, CancellationToken.None);

        outcome.Should().Be(new BrigadeOutcome(true, "Connection tested: Brigade answers and has version 1"));
        Portal.Brigade.Refreshes.Should().Be(0);
    }

    [Fact]
    public async Task Who_may_not_manage_integrations_asks_nobody()
    {
        var finance = Portal.Ana with { PlatformRole = PlatformRole.Finance };

        foreach (var act in (Func<Task>[])
            [
                () => Portal.Get<RefreshBrigade>().HandleAsync(finance, CancellationToken.None),
                () => Portal.Get<TestBrigade>().HandleAsync(finance, CancellationToken.None),
            ])
        {
            await act.Should().ThrowAsync<AccessDeniedException>();
        }

        (Portal.Brigade.Refreshes, Portal.Brigade.Looks).Should().Be((0, 0));
    }

    private Task<BrigadeAnswer<BrigadeStatus>> LookAsync() => Portal.Get<BrigadeDesk>().LookAsync(CancellationToken.None);

    private Task<BrigadeView> ViewAsync() => Portal.Get<BrigadeQueries>().GetAsync(Portal.Ana, CancellationToken.None);
}
