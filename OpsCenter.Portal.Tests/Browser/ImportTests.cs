using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The rate card leaves as a file and comes back row by row.</summary>
public sealed class ImportTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Gpt = "openai:gpt-4";
    private const string Claude = "anthropic:claude-3-opus";

    [Fact]
    public async Task A_file_is_exported_edited_and_imported_without_losing_what_was_typed()
    {
        await using var session = await OpenAsync();
        var (page, card, frame) = (session.Page, new RateCardEditor(session.Page), new Frame(session.Page));
        var text = await ExportAsync(page);
        await card.TypeAsync("Markup", Claude, "30");

        await OpenImportAsync(page);
        await frame.Dialog.GetByLabel("Or paste").FillAsync(text.Replace("input_cost_per_1k: 0.03\n", "input_cost_per_1k: 0.04\n", StringComparison.Ordinal));
        await frame.DialogButton("Compare").ClickAsync();

        await Expect(frame.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = $"{Gpt}: changed" })).ToBeCheckedAsync();
        await Expect(frame.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = $"{Claude}: changed" })).Not.ToBeCheckedAsync();
        await Expect(frame.Dialog).ToContainTextAsync("You changed this row in your draft.");
        await Looks.ShouldBeFlawlessAsync(session);
        await frame.DialogButton("Import 1 row").ClickAsync();
        await Expect(frame.Toast).ToContainTextAsync("1 row imported");
        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.04");
        await Expect(card.Cell("Markup", Claude)).ToHaveValueAsync("30");
        await Expect(card.Bar).ToContainTextAsync("2 changes");
    }

    [Fact]
    public async Task A_file_with_mistakes_is_refused_with_their_places()
    {
        await using var session = await OpenAsync();
        var frame = new Frame(session.Page);
        await OpenImportAsync(session.Page);

        await ChooseAsync(session.Page, "currency: EUR\ntools:\n- name: web.search\n  unit_price: free\n");

        await Expect(frame.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Nothing was imported" })).ToBeVisibleAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Line 1, column 11");
        await Expect(frame.Dialog).ToContainTextAsync("tools, row 1, unit_price");
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_large_file_is_read_and_one_beyond_the_limit_is_not()
    {
        await using var session = await OpenAsync();
        var frame = new Frame(session.Page);
        var text = await ExportAsync(session.Page);
        await OpenImportAsync(session.Page);

        await ChooseAsync(session.Page, text + string.Concat(Enumerable.Repeat("# padding\n", 100_000)));
        await Expect(frame.Dialog).ToContainTextAsync("There is nothing to import.");
        await ChooseAsync(session.Page, new string('#', (1 << 20) + 1));

        await Expect(frame.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("larger than 1 MiB");
    }

    [Fact]
    public async Task A_large_text_is_pasted_without_ending_the_circuit()
    {
        await using var session = await OpenAsync();
        var frame = new Frame(session.Page);
        var text = await ExportAsync(session.Page) + string.Concat(Enumerable.Repeat("# padding\n", 50_000));
        await OpenImportAsync(session.Page);

        // As a paste, not letter by letter.
        await frame.Dialog.GetByLabel("Or paste").EvaluateAsync("(field, text) => { field.value = text; }", text);
        await frame.DialogButton("Compare").ClickAsync();

        await Expect(frame.Dialog).ToContainTextAsync("There is nothing to import.");
        session.ShouldHaveNoComplaints();
    }

    private static Task ChooseAsync(IPage page, string text) => new Frame(page).Dialog.GetByLabel("File", new() { Exact = true })
        .SetInputFilesAsync(new FilePayload { Name = "card.yaml", MimeType = "application/yaml", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    private static async Task OpenImportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Import YAML…" }).ClickAsync();
        await Expect(new Frame(page).DialogButton("Compare")).ToBeVisibleAsync();
    }

    private static async Task<string> ExportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More actions" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Export YAML" }).ClickAsync());
        file.SuggestedFilename.Should().Be("rate-card-v1.yaml");

        return await File.ReadAllTextAsync(await file.PathAsync());
    }

    // Everybody has a draft of their own, so that no test sees what another one typed.
    private async Task<BrowserSession> OpenAsync()
    {
        var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin), RateCardEditor.Path);
        await Expect(new RateCardEditor(session.Page).Cell("Input cost", Gpt)).ToBeVisibleAsync();

        return session;
    }
}
