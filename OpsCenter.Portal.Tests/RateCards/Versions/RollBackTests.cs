using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Versions;

public sealed class RollBackTests : RateCardCommandTests
{
    [Fact]
    public async Task Old_prices_are_published_as_a_new_version_and_rows_that_come_back_keep_their_ids()
    {
        var first = (await CurrentAsync()).Content;
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await SaveAsync(Portal.Ana, 1, Claude, null);
        await PublishAsync(Portal.Ana);

        var outcome = await RollBackAsync(version: 1, on: 2);

        outcome.Should().Be(new PublishOutcome.Published(3, (await CurrentAsync()).Published.Head.EffectiveFrom));
        var current = await CurrentAsync();
        RateCardDiff.Between(first, current.Content).Should().BeEmpty();
        current.Content.Routes.Select(r => (r.Route, r.Id)).Should().BeEquivalentTo(first.Routes.Select(r => (r.Route, r.Id)));
        current.Published.Head.Should().BeEquivalentTo(new { Version = 3, BaseVersion = 2, RestoredVersion = 1, Note = "The old ones were better" });
    }

    [Fact]
    public async Task A_draft_survives_a_roll_back_and_moves_onto_it()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");

        await RollBackAsync(version: 1, on: 2);

        var draft = await DraftOf(Portal.Ben);
        draft.Draft.Changes.Keys.Should().Equal(Claude);
        draft.Newer!.Latest.Should().Be(3);
    }

    [Fact]
    public async Task A_preview_that_is_out_of_date_is_refused_with_the_name_of_who_was_first()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        var outcome = await RollBackAsync(version: 1, on: 1);

        outcome.Should().BeOfType<PublishOutcome.Outdated>().Which.Latest.PublishedByName.Should().Be("Ana");
    }

    [Fact]
    public async Task The_same_prices_are_not_published_again() =>
        (await RollBackAsync(version: 1, on: 1)).Should().BeOfType<PublishOutcome.NotAsReviewed>();

    [Fact]
    public async Task A_version_that_does_not_exist_is_refused() =>
        (await RollBackAsync(version: 7, on: 1)).Should().BeOfType<PublishOutcome.NotAsReviewed>();

    [Fact]
    public async Task A_version_that_was_never_in_force_is_refused()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana, new PublishTerms("Later") { EffectiveFrom = Portal.Clock.GetUtcNow().AddDays(1) });

        var whileItWaits = await RollBackAsync(version: 2, on: 1);
        await Portal.Get<CancelScheduledVersion>().HandleAsync(Portal.Ana, 2, CancellationToken.None);
        Portal.Clock.Advance(TimeSpan.FromDays(2));

        whileItWaits.Should().BeOfType<PublishOutcome.NotAsReviewed>();
        (await RollBackAsync(version: 2, on: 1)).Should().BeOfType<PublishOutcome.NotAsReviewed>();
    }

    [Fact]
    public async Task Who_may_not_edit_rate_cards_may_not_roll_back()
    {
        var act = () => Portal.Get<RollBackRateCard>().HandleAsync(
            Portal.Ana with { PlatformRole = PlatformRole.Support }, new RollBackInput(1, 1, new PublishTerms("No")), CancellationToken.None);

        await act.Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<PublishOutcome> RollBackAsync(int version, int on) => Portal.Get<RollBackRateCard>().HandleAsync(
        Portal.Ben, new RollBackInput(version, on, new PublishTerms("The old ones were better")), CancellationToken.None);
}
