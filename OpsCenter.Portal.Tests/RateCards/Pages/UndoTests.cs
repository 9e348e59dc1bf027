using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class UndoTests
{
    private static readonly RateCardRowKey Tool = RateCardRowKey.Tool("web.search");
    private readonly RateCardEditor editor = SampleEditor.Open();

    [Fact]
    public void Letters_typed_into_one_cell_are_taken_back_at_once_and_come_again()
    {
        foreach (var text in new[] { "0", "0.", "0.0", "0.04" })
        {
            editor.Change(SampleCard.Gpt4Key, InputCost, text);
        }

        editor.History.Last!.Words.Should().Be("input cost of openai:gpt-4");

        editor.Undo();
        Text(InputCost).Should().Be("0.03");
        editor.ChangeCount.Should().Be(0);
        editor.History.Last.Should().BeNull();

        editor.Redo();
        Text(InputCost).Should().Be("0.04");
    }

    [Fact]
    public void Two_cells_are_two_steps_taken_back_in_turn()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        editor.Change(SampleCard.Gpt4Key, OutputCost, "0.08");
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.05");

        editor.Undo();
        (Text(InputCost), Text(OutputCost)).Should().Be(("0.04", "0.08"));
        editor.Undo();
        (Text(InputCost), Text(OutputCost)).Should().Be(("0.04", "0.06"));
        editor.Undo();
        (Text(InputCost), Text(OutputCost)).Should().Be(("0.03", "0.06"));
    }

    [Fact]
    public void Many_cells_changed_at_once_are_one_step_and_are_told_once()
    {
        var told = new List<int>();
        editor.Changed += keys => told.Add(keys.Count);

        editor.Change("the pasted 3 cells", [new(SampleCard.Gpt4Key, InputCost, "1"), new(SampleCard.Gpt4Key, OutputCost, "2"), new(Tool, UnitPrice, "3")]);
        editor.Undo();

        told.Should().Equal(2, 2);
        editor.ChangeCount.Should().Be(0);
        editor.History.Next!.Words.Should().Be("the pasted 3 cells");
    }

    [Fact]
    public void Adding_and_deleting_are_taken_back_with_what_was_typed_before()
    {
        editor.Change(Tool, UnitPrice, "wrong");
        editor.Delete(Tool);
        editor.Add(NewRow.Of(RateCardSection.Tools).With(Name, "new.tool"));

        editor.Undo();
        editor.Has(RateCardRowKey.Tool("new.tool")).Should().BeFalse();
        editor.Undo();
        editor.RowToSave(Tool)![UnitPrice].Should().Be("wrong");
        editor.Redo();
        editor.RowToSave(Tool).Should().BeNull();
        editor.In(RateCardSection.Tools).Should().ContainSingle().Which.IsDeleted.Should().BeTrue("a published row is struck through, not gone");
    }

    [Fact]
    public void What_is_typed_after_an_undo_ends_what_could_be_done_again()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        editor.Undo();

        editor.Change(SampleCard.Gpt4Key, OutputCost, "0.08");

        editor.History.Next.Should().BeNull();
    }

    [Fact]
    public void Nothing_to_undo_changes_nothing()
    {
        editor.Changed += _ => Assert.Fail("nothing happened");

        editor.Undo();
        editor.Redo();
    }

    [Fact]
    public void Every_change_is_saved_again_when_it_is_taken_back()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        var told = new List<RateCardRowKey>();
        editor.Changed += told.AddRange;

        editor.Undo();

        told.Should().Equal(SampleCard.Gpt4Key);
    }

    [Fact]
    public void Steps_outlive_reading_the_draft_again_unless_their_rows_changed_elsewhere()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        editor.Change(Tool, UnitPrice, "0.02");
        editor.Undo();
        var draft = RateCardDraft.On(1).With(SampleCard.Sheet, SampleCard.Gpt4Key, SampleCard.Gpt4Row.With(InputCost, "0.04"));

        Again(draft).Should().BeSameAs(editor.History);
        Again(draft.With(SampleCard.Sheet, Tool, null)).Last.Should().BeNull("another tab deleted the tool");
        Again(RateCardDraft.On(1)).Last.Should().BeNull("the draft was discarded");
    }

    private EditHistory Again(RateCardDraft draft) => new RateCardEditor(editor.View with { Draft = draft }, canEdit: true, editor.History).History;

    private string Text(RateCardColumn column) => editor.RowToSave(SampleCard.Gpt4Key)![column];
}
