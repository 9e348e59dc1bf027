using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class DraftTests : RateCardCommandTests
{
    [Fact]
    public async Task An_operator_without_a_draft_starts_from_the_newest_version()
    {
        var view = await DraftOf(Portal.Ana);

        view.Base.Version.Should().Be(1);
        view.Base.PublishedByName.Should().Be("Ops-Center");
        view.Draft.Changes.Should().BeEmpty();
        view.SavedAt.Should().BeNull();
    }

    [Fact]
    public async Task What_was_typed_survives_a_restart_digit_for_digit_even_when_it_is_wrong()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.0400");
        await TypeAsync(Portal.Ana, Gpt4, Markup, "25,5 %");
        Portal.Restart();

        var row = (await DraftOf(Portal.Ana)).Sheet.Rows[Gpt4];

        row[InputCost].Should().Be("0.0400");
        row[Markup].Should().Be("25,5 %");
    }

    [Fact]
    public async Task Two_tabs_of_one_operator_merge_row_by_row()
    {
        var firstTab = await DraftOf(Portal.Ana);
        var secondTab = await DraftOf(Portal.Ana);

        await SaveAsync(Portal.Ana, 1, Gpt4, firstTab.Sheet.Rows[Gpt4].With(InputCost, "0.04"));
        await SaveAsync(Portal.Ana, 1, Claude, secondTab.Sheet.Rows[Claude].With(InputCost, "0.02"));

        (await DraftOf(Portal.Ana)).Draft.Changes.Keys.Should().Equal(Claude, Gpt4);
    }

    [Fact]
    public async Task Drafts_of_two_operators_do_not_see_each_other()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");

        (await DraftOf(Portal.Ben)).Draft.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_typed_back_to_what_is_published_is_no_change_and_the_empty_draft_is_gone()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.030");

        (await Portal.ScalarAsync<long>("select count(*) from rate_card_drafts")).Should().Be(0);
    }

    [Fact]
    public async Task A_deleted_row_stays_deleted_in_the_draft_only()
    {
        await SaveAsync(Portal.Ana, 1, Gpt4, null);

        (await DraftOf(Portal.Ana)).Sheet.Find(Gpt4).Should().BeNull();
        RateCardSheet.Of((await CurrentAsync()).Content).Find(Gpt4).Should().NotBeNull();
    }

    [Fact]
    public async Task Discarding_throws_away_my_draft_and_no_other()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await TypeAsync(Portal.Ben, Gpt4, InputCost, "0.05");

        await Portal.Get<DiscardDraft>().HandleAsync(Portal.Ana, CancellationToken.None);

        (await DraftOf(Portal.Ana)).Draft.Changes.Should().BeEmpty();
        (await DraftOf(Portal.Ben)).Draft.Changes.Should().ContainKey(Gpt4);
    }

    [Fact]
    public async Task A_colleagues_version_is_named_with_author_time_and_rows_and_an_untouched_draft_follows_it()
    {
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        var news = (await DraftOf(Portal.Ben)).Newer!;
        var outcome = await MoveAsync(Portal.Ben, news.Latest);

        news.Versions.Should().ContainSingle().Which.Version.PublishedByName.Should().Be("Ana");
        news.Versions[0].Version.Head.PublishedAt.Should().Be(Portal.Clock.GetUtcNow());
        news.Versions[0].Differences.Select(d => d.Key).Should().Equal(Gpt4);
        outcome.Should().BeOfType<DraftOutcome.Saved>();
        var moved = await DraftOf(Portal.Ben);
        moved.Base.Version.Should().Be(2);
        moved.Newer.Should().BeNull();
        moved.Sheet.Rows[Gpt4][InputCost].Should().Be("0.04");
        moved.Sheet.Rows[Claude][InputCost].Should().Be("0.02");
    }

    [Fact]
    public async Task A_row_that_both_changed_waits_for_a_choice_and_keeps_what_was_typed()
    {
        await TypeAsync(Portal.Ben, Gpt4, InputCost, "0.05");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        var undecided = await MoveAsync(Portal.Ben, 2);
        var mine = await MoveAsync(Portal.Ben, 2, (Gpt4, ConflictChoice.Mine));

        undecided.Should().BeOfType<DraftOutcome.Undecided>().Which.Conflicts.Should().ContainSingle().Which.Key.Should().Be(Gpt4);
        mine.Should().BeOfType<DraftOutcome.Saved>();
        (await DraftOf(Portal.Ben)).Sheet.Rows[Gpt4][InputCost].Should().Be("0.05");
    }

    [Fact]
    public async Task Giving_way_to_the_only_conflict_leaves_no_draft()
    {
        await TypeAsync(Portal.Ben, Gpt4, InputCost, "0.05");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        await MoveAsync(Portal.Ben, 2, (Gpt4, ConflictChoice.Theirs));

        var view = await DraftOf(Portal.Ben);
        view.SavedAt.Should().BeNull();
        view.Sheet.Rows[Gpt4][InputCost].Should().Be("0.04");
    }

    [Fact]
    public async Task A_tab_left_behind_on_an_older_version_is_told_and_changes_nothing()
    {
        await TypeAsync(Portal.Ben, Claude, InputCost, "0.02");
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);
        await MoveAsync(Portal.Ben, 2);

        var outcome = await SaveAsync(Portal.Ben, 1, Gpt4, null);

        outcome.Should().BeOfType<DraftOutcome.MovedElsewhere>();
        (await DraftOf(Portal.Ben)).Draft.Changes.Keys.Should().Equal(Claude);
    }

    [Theory]
    [InlineData(PlatformRole.Finance)]
    [InlineData(PlatformRole.Support)]
    [InlineData(null)]
    public async Task Who_may_not_edit_has_no_draft(PlatformRole? role)
    {
        var reader = Portal.Ana with { PlatformRole = role };
        Func<Task>[] acts =
        [
            () => DraftOf(reader),
            () => SaveAsync(reader, 1, Gpt4, null),
            () => MoveAsync(reader, 1),
            () => Portal.Get<DiscardDraft>().HandleAsync(reader, CancellationToken.None),
            () => Portal.Get<PublishRateCard>().HandleAsync(reader, new PublishRateCardInput(1, Portal.Clock.GetUtcNow(), new PublishTerms("note")), CancellationToken.None),
        ];

        foreach (var act in acts)
        {
            await act.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private Task<DraftOutcome> MoveAsync(Actor.User actor, int version, params (RateCardRowKey Key, ConflictChoice Choice)[] choices) =>
        Portal.Get<MoveDraft>().HandleAsync(
            actor, new MoveDraftInput(version, choices.ToDictionary(c => c.Key, c => c.Choice)), CancellationToken.None);
}
