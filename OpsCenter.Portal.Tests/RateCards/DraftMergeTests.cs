using FluentAssertions;
using OpsCenter.Domain.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class DraftMergeTests
{
    private static readonly RateCardRow Mine = SampleCard.Gpt4Row.With(InputCost, "0.04");
    private static readonly RateCardRow Theirs = SampleCard.Gpt4Row.With(InputCost, "0.05");

    [Fact]
    public void Different_changes_of_one_row_are_a_conflict_with_all_three_sides()
    {
        var merge = Merge(Mine, Theirs);

        merge.Conflicts.Should().ContainSingle().Which.Should()
            .Be(new RowConflict(SampleCard.Gpt4Key, SampleCard.Gpt4Row, Mine, Theirs));
    }

    [Fact]
    public void The_same_change_written_differently_is_no_conflict_and_no_change_any_more()
    {
        var merge = Merge(SampleCard.Gpt4Row.With(InputCost, "0.0500"), Theirs);

        merge.Conflicts.Should().BeEmpty();
        merge.Draft.Changes.Should().BeEmpty();
    }

    [Fact]
    public void A_row_that_a_colleague_deleted_while_I_changed_it_is_a_conflict()
    {
        Merge(Mine, null).Conflicts.Should().ContainSingle().Which.Theirs.Should().BeNull();
    }

    [Fact]
    public void A_row_that_I_deleted_while_a_colleague_changed_it_is_a_conflict()
    {
        Merge(null, Theirs).Conflicts.Should().ContainSingle().Which.Mine.Should().BeNull();
    }

    [Fact]
    public void A_row_that_both_deleted_is_gone_without_a_question()
    {
        var merge = Merge(null, null);

        merge.Conflicts.Should().BeEmpty();
        merge.Draft.Changes.Should().BeEmpty();
    }

    [Fact]
    public void A_merge_with_a_question_open_gives_no_draft()
    {
        Merge(Mine, Theirs).Resolve(new Dictionary<RateCardRowKey, ConflictChoice>()).Should().BeNull();
    }

    [Fact]
    public void My_side_keeps_what_I_typed()
    {
        var resolved = Merge(Mine, Theirs).Resolve(new Dictionary<RateCardRowKey, ConflictChoice> { [SampleCard.Gpt4Key] = ConflictChoice.Mine });

        resolved!.Changes[SampleCard.Gpt4Key].Should().Be(Mine);
    }

    private static DraftMerge Merge(RateCardRow? mine, RateCardRow? theirs) => DraftMerge.Onto(
        RateCardDraft.On(1).With(SampleCard.Sheet, SampleCard.Gpt4Key, mine),
        SampleCard.Sheet,
        2,
        SampleCard.Sheet.With(SampleCard.Gpt4Key, theirs));
}
