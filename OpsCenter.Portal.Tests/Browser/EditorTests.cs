using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Editing many prices, by keyboard alone: choosing rows, a percentage, a pasted block, undo and redo, a sample job.</summary>
public sealed class EditorTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Gpt = "openai:gpt-4";
    private const string Claude = "anthropic:claude-3-opus";

    [Fact]
    public async Task Five_percent_on_chosen_rows_is_one_step_that_is_taken_back_and_done_again_by_keys()
    {
        await using var session = await OpenAsync();
        var (page, card, keys) = (session.Page, new RateCardEditor(session.Page), new KeyboardOnly(session.Page));
        await keys.TabToAsync(card.Tick(Claude));
        await keys.PressAsync("Space");
        await keys.TabToAsync(card.Tick(Gpt));
        await keys.PressAsync("Space");
        await keys.TabToAsync(page.GetByRole(AriaRole.Textbox, new() { Name = "Percent" }));
        await keys.TypeAsync("5");
        await Expect(card.Bulk).ToContainTextAsync("Changes 4 cells in 2 rows: input cost of anthropic:claude-3-opus 0.015 → 0.01575");

        await keys.PressAsync("Enter");
        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.0315");
        await Expect(card.Cell("Output cost", Claude)).ToHaveValueAsync("0.07875");
        await Expect(card.Bar).ToContainTextAsync("Draft saved");

        await card.Cell("Input cost", Gpt).FocusAsync();
        await keys.PressAsync("Control+z");
        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.03");
        await Expect(card.Bar.GetByRole(AriaRole.Button, new() { Name = "Redo +5 % on 2 rows" })).ToBeVisibleAsync();
        await keys.PressAsync("Control+Shift+z");
        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.0315");
        await Expect(card.Bar).ToContainTextAsync("Draft saved");
        await page.ReloadAsync();
        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.0315");
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_fills_to_the_right_and_down_and_one_that_may_mean_two_things_does_not()
    {
        await using var session = await OpenAsync();
        var card = new RateCardEditor(session.Page);
        await session.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await PasteAsync(session.Page, card.Cell("Input cost", Claude), "$0.016\t0.08\n0.003\t0.005\n");
        await Expect(card.Cell("Output cost", "house_vllm:default")).ToHaveValueAsync("0.005");
        await Expect(card.Cell("Input cost", Claude)).ToHaveValueAsync("0.016");
        await PasteAsync(session.Page, card.Cell("Input cost", Gpt), "0,04");
        await Expect(new Frame(session.Page).Toast).ToContainTextAsync("Nothing was pasted: “0,04” may mean two numbers");

        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.03");
        await session.Page.Keyboard.PressAsync("Control+z");
        await Expect(card.Cell("Input cost", Claude)).ToHaveValueAsync("0.015");
    }

    [Fact]
    public async Task A_margin_below_the_floor_is_marked_and_counted()
    {
        await using var session = await OpenAsync();
        var card = new RateCardEditor(session.Page);

        await card.TypeAsync("Markup", Gpt, "5");

        await Expect(card.Row("gpt-4")).ToContainTextAsync("below 10 %");
        await Expect(card.Bar).ToContainTextAsync("1 row below the margin floor of 10 %");
    }

    [Fact]
    public async Task A_sample_job_is_priced_by_the_draft_beside_the_version_in_force()
    {
        await using var session = await OpenAsync();
        var (card, page) = (new RateCardEditor(session.Page), session.Page);
        var dialog = new Frame(page).Dialog;
        await card.TypeAsync("Markup", Gpt, "50");

        await page.GetByRole(AriaRole.Button, new() { Name = "Test this price" }).ClickAsync();
        await dialog.GetByLabel("Agent", new() { Exact = true }).SelectOptionAsync("research_pro");
        await dialog.GetByLabel("Model", new() { Exact = true }).SelectOptionAsync(Gpt);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add tool use" }).ClickAsync();
        await dialog.GetByLabel("Tool 1", new() { Exact = true }).SelectOptionAsync("web.search");
        await dialog.GetByLabel("Units of tool 1").FillAsync("3");

        var total = dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "Total" }).First;
        await Expect(total).ToContainTextAsync("$0.544");
        await Expect(total).ToContainTextAsync("$0.469");
        await Expect(total).ToContainTextAsync("$0.075");
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task With_chosen_rows_a_thin_margin_and_something_missing_it_is_flawless()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Contoso Labs"), ("route_used", "openai:gpt-9"));
        await using var session = await OpenAsync();
        var card = new RateCardEditor(session.Page);
        await card.TypeAsync("Markup", Gpt, "5");
        await card.Tick(Claude).CheckAsync();
        await Expect(card.Bulk).ToBeVisibleAsync();
        await Expect(card.Row("claude-3-opus")).ToContainTextAsync("Unused");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task What_usage_has_and_the_card_lacks_is_added_with_one_click()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Contoso Labs"), ("agent_name", "translator"));
        await using var session = await OpenAsync();
        var seen = session.Page.GetByRole(AriaRole.Region, new() { Name = "Seen in usage, not on the card" });
        await Expect(seen).ToContainTextAsync("agent translator");

        await seen.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "agent translator" }).GetByRole(AriaRole.Button).ClickAsync();
        await new Frame(session.Page).Dialog.GetByLabel("Display name").FillAsync("Translator");
        await new Frame(session.Page).DialogButton("Add agent").ClickAsync();

        await Expect(new RateCardEditor(session.Page).Cell("Display name", "translator")).ToHaveValueAsync("Translator");
        await Expect(seen).ToContainTextAsync("in your draft");
    }

    private static async Task PasteAsync(IPage page, ILocator cell, string text)
    {
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
    }

    // Everybody has a draft of their own, so that no test sees what another one typed.
    private async Task<BrowserSession> OpenAsync()
    {
        var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin), RateCardEditor.Path);
        await Expect(new RateCardEditor(session.Page).Cell("Input cost", Gpt)).ToBeVisibleAsync();
        await session.InteractiveAsync();

        return session;
    }
}
