using AngleSharp.Dom;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards.Pages;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards.Pages;

public sealed class RateCardTableTests : BunitContext, IAsyncLifetime
{
    private readonly RateCardEditor editor = SampleEditor.Open();

    public RateCardTableTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_price_and_the_margin_follow_the_cost_and_the_markup_while_typing()
    {
        var page = RenderRoutes(editor);

        Cell(page, "Input cost of openai:gpt-4").Input("0.04");
        Cell(page, "Markup of openai:gpt-4").Input("300");

        Computed(page, "gpt-4").Should().Equal("× 4", "0.16", "0.24", "75.0 %");
    }

    [Fact]
    public void A_wrong_number_stays_as_typed_is_explained_at_the_cell_and_gives_no_price()
    {
        var page = RenderRoutes(editor);

        Cell(page, "Input cost of openai:gpt-4").Input("0,04");

        var cell = Cell(page, "Input cost of openai:gpt-4");
        cell.GetAttribute("value").Should().Be("0,04");
        cell.GetAttribute("aria-invalid").Should().Be("true");
        var descriptions = cell.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.Find($"[id='{id}']").TextContent);
        descriptions.Should().Equal("Write a point for decimals and no commas: 0.03", "was 0.03");
        Computed(page, "gpt-4").Should().Equal("× 1.25", "—", "0.075", "20.0 %");
    }

    [Fact]
    public void A_changed_cell_is_marked_and_tells_what_it_was()
    {
        var page = RenderRoutes(editor);

        Cell(page, "Markup of openai:gpt-4").Input("30");

        Cell(page, "Markup of openai:gpt-4").ClassList.Should().Contain("changed");
        Cell(page, "Markup of openai:gpt-4").GetAttribute("title").Should().Be("was 25 %");
        Cell(page, "Input cost of openai:gpt-4").ClassList.Should().NotContain("changed");
    }

    [Fact]
    public void Per_million_costs_are_shown_and_typed_per_million_and_kept_per_thousand()
    {
        var page = RenderRoutes(editor, PriceUnit.Million);
        Cell(page, "Input cost of openai:gpt-4").GetAttribute("value").Should().Be("30");

        Cell(page, "Input cost of openai:gpt-4").Input(".50");

        Cell(page, "Input cost of openai:gpt-4").GetAttribute("value").Should().Be(".50");
        editor.RowToSave(SampleCard.Gpt4Key)!.Number(RateCardColumns.InputCost).Should().Be(0.0005m);
        Computed(page, "gpt-4")[1].Should().Be("0.625");
    }

    [Fact]
    public void Points_of_a_column_stand_below_each_other()
    {
        var page = RenderRoutes(editor);

        Cell(page, "Input cost of openai:gpt-4").ClassList.Should().Contain("pad-1");
        Cell(page, "Input cost of anthropic:claude-3-opus").ClassList.Should().Contain("pad-0");
    }

    [Fact]
    public void The_switch_of_a_provider_turns_byok_for_all_its_models()
    {
        editor.Add(NewRow.Route(editor, "openai").With(RateCardColumns.Model, "gpt-5"));
        var page = RenderRoutes(editor);

        page.Find("[aria-label='BYOK of openai']").Change(false);

        editor.In(RateCardSection.Routes).Where(l => l.Row[RateCardColumns.Provider] == "openai")
            .Should().HaveCount(2).And.OnlyContain(l => !l.Row.Flag(RateCardColumns.ByokEnabled));
    }

    [Fact]
    public void Empty_cells_of_a_new_row_are_explained_only_after_they_were_left()
    {
        editor.Add(NewRow.Route(editor, "openai").With(RateCardColumns.Model, "gpt-5"));
        var page = RenderRoutes(editor);
        page.FindAll("[aria-invalid]").Should().BeEmpty();

        Cell(page, "Input cost of openai:gpt-5").Blur();

        page.FindAll("[aria-invalid]").Should().ContainSingle().Which.GetAttribute("aria-label").Should().Be("Input cost of openai:gpt-5");
    }

    [Fact]
    public void A_reader_who_may_only_look_gets_no_fields()
    {
        var page = RenderRoutes(SampleEditor.Open(canEdit: false));

        page.FindAll("input:not([disabled]), select, button").Should().BeEmpty();
        page.Markup.Should().Contain("0.03");
    }

    [Fact]
    public void A_margin_below_the_floor_is_marked_in_words()
    {
        var page = RenderRoutes(editor, marks: new RowMarks(new MarginFloor(20m), null));
        page.FindAll(".floor").Should().BeEmpty("20 % is on the floor");

        Cell(page, "Markup of openai:gpt-4").Input("24.9");

        var margins = Computed(page, "gpt-4");
        margins[3].Should().StartWith("19.9 %").And.EndWith("below 20 %");
        page.FindAll(".floor").Should().ContainSingle();
    }

    [Fact]
    public void A_row_that_no_job_used_is_marked_in_words_when_there_are_jobs()
    {
        var use = new RecentUse([SampleCard.Gpt4Key], HasJobs: true);

        var page = RenderRoutes(editor, marks: new RowMarks(default, use));
        var quiet = RenderRoutes(SampleEditor.Open(), marks: new RowMarks(default, use with { Names = [], HasJobs = false }));

        page.FindAll("tr.line").Where(r => r.TextContent.Contains("no job in 30 days", StringComparison.Ordinal)).Select(r => r.QuerySelector("code")!.TextContent)
            .Should().Equal("claude-3-opus", "default");
        quiet.Markup.Should().NotContain("no job in 30 days");
    }

    [Fact]
    public void Typing_draws_the_cells_of_its_own_row_only()
    {
        var page = RenderRoutes(editor);
        var cells = page.FindComponents<NumberCell>();
        var before = cells.Select(c => c.RenderCount).ToList();

        Cell(page, "Markup of openai:gpt-4").Input("30");

        var drawn = cells.Where((cell, i) => cell.RenderCount > before[i]).Select(c => c.Instance.Line.Key.Name).Distinct();
        drawn.Should().Equal("openai:gpt-4");
    }

    [Fact]
    public void Ticking_the_head_chooses_every_row_that_is_not_deleted()
    {
        editor.Delete(SampleCard.Gpt4Key);
        var page = RenderRoutes(editor);

        page.Find("[aria-label='Choose all models']").Change(true);

        editor.Selected.Select(l => l.Key.Name).Should().Equal("anthropic:claude-3-opus", "house_vllm:default");
    }

    [Fact]
    public void The_review_tells_each_changed_cell_with_both_texts_and_by_how_much()
    {
        var after = SampleCard.Sheet
            .With(SampleCard.Gpt4Key, SampleCard.Gpt4Row.With(RateCardColumns.InputCost, "0.04").With(RateCardColumns.Active, "false"))
            .With(RateCardRowKey.Tool("web.search"), null);

        var list = Render<DifferenceList>(p => p.Add(l => l.Differences, RateCardDiff.Between(SampleCard.Sheet, after)));

        list.FindAll("ul.differences > li .name").Select(n => n.TextContent).Should().Equal("openai:gpt-4", "web.search");
        list.FindAll("ul.fields > li").Take(3).Select(Words).Should().Equal(
            "Input cost per 1K | 0.03 → becomes 0.04 | +33.3 %",
            "Active | on → becomes off",
            "Unit | request");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private IRenderedComponent<RouteTable> RenderRoutes(RateCardEditor card, PriceUnit unit = PriceUnit.Thousand, RowMarks? marks = null)
    {
        // Fixed as on the page: cells are drawn for their rows, not because the card that holds all rows is one object that changes.
        var table = Render<CascadingValue<RateCardEditor>>(c => c.Add(v => v.Value, card).Add(v => v.IsFixed, true).AddChildContent<RouteTable>(p =>
            p.Add(t => t.Unit, unit).Add(t => t.Lines, card.In(RateCardSection.Routes)).Add(t => t.Marks, marks ?? RowMarks.None))).FindComponent<RouteTable>();

        // On the page the session does this: a change draws the table again.
        card.Changed += _ => table.Render(p => p.Add(t => t.Unit, unit).Add(t => t.Lines, card.In(RateCardSection.Routes)).Add(t => t.Marks, marks ?? RowMarks.None));

        return table;
    }

    private static IElement Cell(IRenderedComponent<RouteTable> page, string name) => page.Find($"[aria-label='{name}']");

    private static string[] Computed(IRenderedComponent<RouteTable> page, string model) =>
    [
        .. page.FindAll("tr.line").Single(r => r.QuerySelector("code")!.TextContent == model)
            .QuerySelectorAll("td.computed").Select(Visible),
    ];

    private static string Words(IElement field) => string.Join(" | ", field.Children.Select(c => c.TextContent.Trim()));

    private static string Visible(IElement cell)
    {
        var zeros = cell.QuerySelector("[aria-hidden]")?.TextContent ?? "";

        return (zeros.Length == 0 ? cell.TextContent : cell.TextContent.Replace(zeros, "", StringComparison.Ordinal)).Trim();
    }
}
