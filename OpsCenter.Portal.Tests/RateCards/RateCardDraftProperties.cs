using FluentAssertions;
using FsCheck.Xunit;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.RateCards;

[Properties(Arbitrary = [typeof(SheetGenerators)], MaxTest = 300)]
public sealed class RateCardDraftProperties
{
    [Property]
    public void Applying_the_difference_gives_the_other_card(RateCardSheet before, RateCardSheet after)
    {
        var difference = RateCardDiff.Between(before, after);

        RateCardDiff.Between(before.Apply(difference), after).Should().BeEmpty();
    }

    [Property]
    public void A_card_does_not_differ_from_itself(RateCardSheet card)
    {
        RateCardDiff.Between(card, card).Should().BeEmpty();
    }

    [Property]
    public void A_draft_holds_exactly_the_rows_that_differ(RateCardSheet card, RowChange[] changes)
    {
        var draft = Draft(card, changes);

        draft.Changes.Keys.Should().Equal(RateCardDiff.Between(card, draft.Apply(card)).Select(d => d.Key));
    }

    [Property]
    public void A_draft_ends_as_the_last_word_on_each_row(RateCardSheet card, RowChange[] changes)
    {
        var result = Draft(card, changes).Apply(card);

        foreach (var last in changes.GroupBy(c => c.Key).Select(g => g.Last()))
        {
            RateCardRow.Equivalent(result.Find(last.Key), last.Row).Should().BeTrue();
        }
    }

    [Property]
    public void Moving_a_draft_onto_an_equal_version_changes_only_its_base(RateCardSheet card, RowChange[] changes)
    {
        var draft = Draft(card, changes);

        var merge = DraftMerge.Onto(draft, card, 2, card);

        merge.Conflicts.Should().BeEmpty();
        merge.Draft.BaseVersion.Should().Be(2);
        merge.Draft.Changes.Should().Equal(draft.Changes);
    }

    [Property]
    public void A_merge_contains_what_either_side_alone_changed(RateCardSheet card, RowChange[] mine, RowChange[] theirs)
    {
        var draft = Draft(card, mine);
        var latest = Draft(card, theirs).Apply(card);

        var merge = DraftMerge.Onto(draft, card, 2, latest);

        var merged = merge.Draft.Apply(latest);
        var changedByThem = RateCardDiff.Between(card, latest);
        foreach (var key in draft.Changes.Keys)
        {
            RateCardRow.Equivalent(merged.Find(key), draft.Changes[key]).Should().BeTrue("nothing typed is lost");
        }

        foreach (var theirChange in changedByThem.Where(d => !draft.Changes.ContainsKey(d.Key)))
        {
            RateCardRow.Equivalent(merged.Find(theirChange.Key), theirChange.After).Should().BeTrue("a colleague's change is taken over");
        }

        merge.Conflicts.Select(c => c.Key).Should().BeSubsetOf(draft.Changes.Keys).And.BeSubsetOf(changedByThem.Select(d => d.Key));
    }

    [Property]
    public void Giving_way_everywhere_leaves_the_colleagues_version_of_the_conflicts(RateCardSheet card, RowChange[] mine, RowChange[] theirs)
    {
        var latest = Draft(card, theirs).Apply(card);
        var merge = DraftMerge.Onto(Draft(card, mine), card, 2, latest);

        var resolved = merge.Resolve(merge.Conflicts.ToDictionary(c => c.Key, _ => ConflictChoice.Theirs));

        var result = resolved!.Apply(latest);
        merge.Conflicts.Should().NotContain(c => !RateCardRow.Equivalent(result.Find(c.Key), c.Theirs));
    }

    private static RateCardDraft Draft(RateCardSheet card, IEnumerable<RowChange> changes) =>
        changes.Aggregate(RateCardDraft.On(1), (draft, change) => draft.With(card, change.Key, change.Row));
}
