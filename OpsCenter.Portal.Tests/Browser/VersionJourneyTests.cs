using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Prices come, are planned, called off, and come back.</summary>
public sealed class VersionJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Edit_publish_schedule_call_off_and_roll_back()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Sousa", PlatformRole.Admin), RateCardEditor.Path);
        var (page, editor, frame) = (session.Page, new RateCardEditor(session.Page), new Frame(session.Page));
        await session.InteractiveAsync();
        await editor.TypeAsync("Input cost", "openai:gpt-4", "0.04");
        await editor.PublishAsync("OpenAI raised its price");

        await editor.TypeAsync("Output cost", "openai:gpt-4", "0.08");
        var review = await editor.ReviewAsync();
        await page.GetByLabel("At a time").CheckAsync();
        await page.GetByLabel("In force from").FillAsync("2020-01-01T00:00");
        await review.Note.FillAsync("From next year");
        await frame.DialogButton("Schedule version 3").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("This time is over");
        await page.GetByLabel("In force from").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}T08:00");
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await frame.DialogButton("Schedule version 3").ClickAsync();
        await Expect(frame.Toast.Last).ToContainTextAsync("Version 3 scheduled");
        await Expect(page.GetByText("comes into force on")).ToBeVisibleAsync();
        await Expect(editor.Version).ToHaveTextAsync("Version 2");

        await page.GetByRole(AriaRole.Link, new() { Name = "Version 3", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel this version" }).ClickAsync();
        await frame.DialogButton("Cancel the version").ClickAsync();
        await Expect(frame.Toast.Last).ToContainTextAsync("Version 3 cancelled");
        await Expect(page.GetByText("Cancelled", new() { Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync(portal.AddressOf("/admin/system/rate-card/versions/1"));
        await session.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back to this version" }).ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("0.04");
        await frame.Dialog.GetByLabel("Note").FillAsync("OpenAI took it back");
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await frame.DialogButton("Roll back to version 1").ClickAsync();
        await Expect(frame.Heading).ToHaveTextAsync("Version 4");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Rolled back to");

        await page.GotoAsync(portal.AddressOf("/admin/system/rate-card/versions"));
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Versions, newest first" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(5);
        await Looks.ShouldBeFlawlessAsync(session);
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_price_below_the_floor_asks_for_a_reason_that_the_version_keeps()
    {
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ben Ito", PlatformRole.Admin), RateCardEditor.Path);
        var (page, editor, frame) = (session.Page, new RateCardEditor(session.Page), new Frame(session.Page));
        await session.InteractiveAsync();
        await editor.TypeAsync("Markup", "anthropic:claude-3-opus", "5");
        var review = await editor.ReviewAsync();
        await review.Note.FillAsync("Cheaper");
        await review.Publish.ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Say in a few words why these prices may leave less.");

        await frame.Dialog.GetByLabel("Why they may leave less").FillAsync("To win the market");
        await review.Publish.ClickAsync();
        await Expect(frame.Toast.Last).ToContainTextAsync("published");
        await editor.Version.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("To win the market");
        await Looks.ShouldBeFlawlessAsync(session);
    }
}
