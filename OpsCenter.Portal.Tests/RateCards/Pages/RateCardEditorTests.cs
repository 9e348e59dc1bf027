using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class RateCardEditorTests
{
    private readonly RateCardEditor editor = SampleEditor.Open();

    [Fact]
    public void A_typed_price_is_one_change_and_typing_it_back_is_none()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        editor.ChangeCount.Should().Be(1);

        editor.Change(SampleCard.Gpt4Key, InputCost, "0.030");
        editor.ChangeCount.Should().Be(0);
    }

    [Fact]
    public void A_deleted_row_stays_on_the_page_without_problems_until_it_is_restored_with_what_was_typed()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "wrong");

        editor.Delete(SampleCard.Gpt4Key);

        Gpt4.IsDeleted.Should().BeTrue();
        editor.ProblemCount.Should().Be(0);
        editor.RowToSave(SampleCard.Gpt4Key).Should().BeNull();

        editor.Undo(SampleCard.Gpt4Key);

        Gpt4.Row[InputCost].Should().Be("wrong");
        editor.ProblemCount.Should().Be(1);
    }

    [Fact]
    public void Undo_takes_back_what_was_typed()
    {
        editor.Change(SampleCard.Gpt4Key, InputCost, "wrong");

        editor.Undo(SampleCard.Gpt4Key);

        Gpt4.Row[InputCost].Should().Be("0.03");
        editor.ChangeCount.Should().Be(0);
    }

    [Fact]
    public void A_new_model_takes_class_and_byok_from_its_provider_and_no_price_from_anyone()
    {
        editor.Change(SampleCard.Gpt4Key, ByokEnabled, "false");

        var row = NewRow.Route(editor, "openai").With(Model, "gpt-5");
        editor.Add(row);

        row.Flag(ByokEnabled).Should().BeFalse();
        row[InputCost].Should().BeEmpty();
        editor.ProblemCount.Should().Be(3, "input cost, output cost and markup are to be entered");
        editor.ChangeCount.Should().Be(2);
    }

    [Fact]
    public void A_new_row_that_is_deleted_is_gone()
    {
        editor.Add(NewRow.Route(editor, "openai").With(Model, "gpt-5"));

        editor.Delete(RateCardRowKey.Route("openai", "gpt-5"));

        editor.In(RateCardSection.Routes).Should().HaveCount(3);
        editor.ChangeCount.Should().Be(0);
    }

    [Fact]
    public void Every_change_tells_its_row()
    {
        var told = new List<RateCardRowKey>();
        editor.Changed += told.AddRange;

        editor.Change(SampleCard.Gpt4Key, InputCost, "0.04");
        editor.Delete(RateCardRowKey.Tool("web.search"));

        told.Should().Equal(SampleCard.Gpt4Key, RateCardRowKey.Tool("web.search"));
    }

    private CardLine Gpt4 => editor.In(RateCardSection.Routes).Single(l => l.Key == SampleCard.Gpt4Key);
}
