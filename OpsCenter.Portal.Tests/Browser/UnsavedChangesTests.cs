using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What an operator typed is not lost: not by leaving, not by a reload, not with the browser, not with the database.</summary>
public sealed class UnsavedChangesTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Gpt = "openai:gpt-4";

    [Fact]
    public async Task A_draft_survives_a_reload_and_another_browser()
    {
        var person = await AddEditorAsync();
        await using var first = await portal.SignInAsync(person, RateCardEditor.Path);
        await new RateCardEditor(first.Page).TypeAsync("Input cost", Gpt, "0.041");

        await first.Page.ReloadAsync();
        await Expect(new RateCardEditor(first.Page).Cell("Input cost", Gpt)).ToHaveValueAsync("0.041");
        await first.DisposeAsync();
        await using var second = await portal.SignInAsync(person, RateCardEditor.Path);

        await Expect(new RateCardEditor(second.Page).Cell("Input cost", Gpt)).ToHaveValueAsync("0.041");
        await Expect(new RateCardEditor(second.Page).Bar).ToContainTextAsync("1 change");
    }

    [Fact]
    public async Task Leaving_in_the_middle_of_typing_saves_first()
    {
        await using var session = await portal.SignInAsync(await AddEditorAsync(), RateCardEditor.Path);
        var card = new RateCardEditor(session.Page);
        await card.Cell("Input cost", Gpt).FillAsync("0.042");
        await Expect(card.Bar).ToContainTextAsync("1 change");

        await new Frame(session.Page).RailLink("Customers").ClickAsync();
        await new CustomersPage(session.Page).ReadyAsync();
        await new Frame(session.Page).RailLink("Rate card").ClickAsync();

        await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.042");
    }

    [Fact]
    public async Task Leaving_with_what_cannot_be_saved_asks_and_is_saved_once_the_database_is_back()
    {
        await using var session = await portal.SignInAsync(await AddEditorAsync(), RateCardEditor.Path);
        var (card, frame) = (new RateCardEditor(session.Page), new Frame(session.Page));
        await Expect(card.Cell("Input cost", Gpt)).ToBeVisibleAsync();

        await using (await TakeDraftsAwayAsync())
        {
            await card.Cell("Input cost", Gpt).FillAsync("0.043");
            await Expect(card.Bar).ToContainTextAsync("Not saved");
            await frame.RailLink("Customers").ClickAsync();
            await frame.DialogButton("Stay").ClickAsync();
            await Expect(card.Cell("Input cost", Gpt)).ToHaveValueAsync("0.043");
        }

        await Expect(card.Bar).ToContainTextAsync("Draft saved");
    }

    [Fact]
    public async Task Closing_the_tab_with_what_cannot_be_saved_asks()
    {
        await using var session = await portal.SignInAsync(await AddEditorAsync(), RateCardEditor.Path);
        var card = new RateCardEditor(session.Page);
        await Expect(card.Cell("Input cost", Gpt)).ToBeVisibleAsync();

        await using var outage = await TakeDraftsAwayAsync();
        await card.Cell("Input cost", Gpt).PressSequentiallyAsync("1");
        await Expect(card.Bar).ToContainTextAsync("Not saved");
        var asked = new TaskCompletionSource<string>();
        session.Page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.SetResult(dialog.Type);
        };
        await session.Page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });

        Assert.Equal(DialogType.BeforeUnload, await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(ChromiumFixture.PatienceMilliseconds)));
        // Also lets the browser finish with the question: a tab that is closed in the middle of it took the browser with it once.
        await Expect(card.Bar).ToContainTextAsync("Not saved");
    }

    private Task<Person> AddEditorAsync() => portal.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin);

    private Task<DraftOutage> TakeDraftsAwayAsync() =>
        DraftOutage.BeginAsync(portal.Services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>());
}
