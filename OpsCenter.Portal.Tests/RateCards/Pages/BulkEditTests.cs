using FluentAssertions;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class BulkEditTests
{
    private readonly RateCardEditor editor = SampleEditor.Open();

    [Theory]
    [InlineData(BulkAct.Raise, "5", "0.0315", "0.063")]
    [InlineData(BulkAct.Raise, "0.1", "0.03003", "0.06006")]
    [InlineData(BulkAct.Lower, "10", "0.027", "0.054")]
    [InlineData(BulkAct.Lower, "100", "0", "0")]
    [InlineData(BulkAct.Set, "0.5", "0.5", "0.5")]
    public void A_percentage_or_a_number_goes_to_every_chosen_cost(BulkAct act, string typed, string input, string output)
    {
        var cells = Edit(act, "All costs of models", typed).Cells([Gpt4]);

        cells.Where(c => c.Column == InputCost || c.Column == OutputCost).Select(c => c.Text).Should().Equal(input, output);
    }

    [Fact]
    public void A_percentage_leaves_empty_and_unreadable_cells_alone_and_rounds_to_what_the_card_keeps()
    {
        editor.Change(SampleCard.Gpt4Key, OutputCost, "half-writ");
        editor.Change(SampleCard.Gpt4Key, InputCost, "0.0000000333");

        var cells = Edit(BulkAct.Raise, "All costs of models", "50").Cells([Gpt4]);

        cells.Should().Equal(new CellEdit(SampleCard.Gpt4Key, InputCost, "0.00000005"));
    }

    [Fact]
    public void Only_rows_of_the_table_are_changed_and_only_cells_that_become_another()
    {
        var all = editor.In(RateCardSection.Routes).Concat(editor.In(RateCardSection.Tools)).ToList();

        Edit(BulkAct.Set, "Markup", "25").Cells(all).Should().ContainSingle("two of three models have 25 % already").Which.Key.Name.Should().Be("house_vllm:default");
        Edit(BulkAct.Deactivate, "Markup", "").Cells(all).Should().HaveCount(4, "activating is for every row");
        Edit(BulkAct.Activate, "Markup", "").Cells(all).Should().BeEmpty("all of them are active");
    }

    [Theory]
    [InlineData(BulkAct.Raise, "", "Write a percentage: 5")]
    [InlineData(BulkAct.Raise, "-5", "From 0 to 1,000 %.")]
    [InlineData(BulkAct.Lower, "101", "From 0 to 100 %.")]
    [InlineData(BulkAct.Set, "1,5", "Write a point for decimals and no commas: 0.03")]
    [InlineData(BulkAct.Set, "10001", "At most 10,000 %.")]
    public void What_cannot_be_done_is_said_and_changes_nothing(BulkAct act, string typed, string sentence)
    {
        var edit = Edit(act, "Markup", typed);

        edit.Problem.Should().Be(sentence);
        edit.Cells([Gpt4]).Should().BeEmpty();
    }

    [Fact]
    public void Rates_are_typed_in_the_unit_that_is_shown()
    {
        var cells = new BulkEdit(BulkAct.Set, Target("Input cost"), "40", PriceUnit.Million).Cells([Gpt4]);

        cells.Should().Equal(new CellEdit(SampleCard.Gpt4Key, InputCost, "0.040"));
    }

    private static BulkEdit Edit(BulkAct act, string target, string typed) => new(act, Target(target), typed, PriceUnit.Thousand);

    private static BulkTarget Target(string label) => BulkTarget.All.Single(t => t.Label == label);

    private CardLine Gpt4 => editor.In(RateCardSection.Routes).Single(l => l.Key == SampleCard.Gpt4Key);
}
