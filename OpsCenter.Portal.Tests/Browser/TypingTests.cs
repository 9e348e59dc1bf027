using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>
/// On a slow line the server answers a letter when the next ones are typed already. Wrote it its answer into the field, these would be lost.
/// </summary>
public sealed class TypingTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string KeepWhatIsWritten =
        """
        field => {
          const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
          window.written = [];
          Object.defineProperty(field, "value", {
            get() { return own.get.call(this); },
            set(value) { window.written.push(value); own.set.call(this, value); },
          });
        }
        """;

    [Fact]
    public async Task A_price_is_not_written_over_while_it_is_typed()
    {
        await using var session = await OpenCardAsync();
        var card = new RateCardEditor(session.Page);

        await TypeAsync(card.Cell("Input cost", "openai:gpt-4"), "0.04");
        await Expect(card.InputPrice("gpt-4")).ToHaveAccessibleNameAsync("0.05");

        await ShouldHaveWrittenNothingAsync(session);
    }

    [Fact]
    public async Task A_name_is_not_written_over_while_it_is_typed()
    {
        await using var session = await OpenCardAsync();
        var card = new RateCardEditor(session.Page);

        await TypeAsync(card.Cell("Display name", "research_pro"), "Research");
        await Expect(card.Bar).ToContainTextAsync("Draft saved");

        await ShouldHaveWrittenNothingAsync(session);
    }

    [Fact]
    public async Task A_new_row_is_not_written_over_while_it_is_typed()
    {
        await using var session = await OpenCardAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Add agent", Exact = true }).ClickAsync();
        var frame = new Frame(session.Page);
        var name = frame.Dialog.GetByLabel("Name", new() { Exact = true });
        await Expect(name).ToBeFocusedAsync();
        await name.FillAsync("translator");

        await TypeAsync(frame.Dialog.GetByLabel("Display name"), "Trans lator");
        await frame.DialogButton("Add agent").ClickAsync();
        await Expect(new RateCardEditor(session.Page).Cell("Display name", "translator")).ToHaveValueAsync("Trans lator");

        await ShouldHaveWrittenNothingAsync(session);
    }

    [Theory]
    [InlineData("Job or receipt id", "job")]
    [InlineData("Agent", "agent")]
    public async Task A_filter_is_not_written_over_while_it_is_typed(string label, string part)
    {
        await using var session = await portal.SignInAsync(Person.Admin, JobsList.Path);
        await Expect(new JobsList(session.Page).Empty).ToBeVisibleAsync();

        await TypeAsync(session.Page.GetByLabel(label, new() { Exact = true }), "nobody");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.Page.WaitForURLAsync(portal.AddressOf($"{JobsList.Path}?{part}=nobody"));
        await Expect(new JobsList(session.Page).NothingMatches).ToBeVisibleAsync();

        await ShouldHaveWrittenNothingAsync(session);
    }

    // Everybody has a draft of their own, so that no test sees what another one typed.
    private async Task<BrowserSession> OpenCardAsync() =>
        await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin), RateCardEditor.Path);

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FocusAsync();
        await field.EvaluateAsync(KeepWhatIsWritten);
        await field.Page.Keyboard.PressAsync("Control+A");
        await field.Page.Keyboard.TypeAsync(text);
    }

    private static async Task ShouldHaveWrittenNothingAsync(BrowserSession session) =>
        (await session.Page.EvaluateAsync<string[]>("() => window.written")).Should().BeEmpty("only the reader writes into a field they type in");
}
