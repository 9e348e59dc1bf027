using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The rate card in all its states.</summary>
public sealed class RateCardPageTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Gpt = "openai:gpt-4";

    [Fact]
    public async Task As_published_it_is_flawless()
    {
        await using var session = await OpenAsync();
        await Expect(new RateCardEditor(session.Page).Cell("Input cost", Gpt)).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task With_changes_and_an_error_at_a_cell_it_is_flawless()
    {
        await using var session = await OpenAsync();
        var card = new RateCardEditor(session.Page);
        await card.TypeAsync("Markup", Gpt, "30");
        await card.TypeAsync("Output cost", Gpt, "six");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Delete web.search" }).ClickAsync();
        await Expect(card.Cell("Output cost", Gpt)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(card.Bar).ToContainTextAsync("2 changes");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task In_review_it_is_flawless()
    {
        await using var session = await OpenAsync();
        var card = new RateCardEditor(session.Page);
        await card.TypeAsync("Markup", Gpt, "30");
        var review = await card.ReviewAsync();
        await review.Publish.ClickAsync();
        await Expect(review.Dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Adding_a_model_is_flawless()
    {
        await using var session = await OpenAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Add model", Exact = true }).First.ClickAsync();
        await new Frame(session.Page).DialogButton("Add model").ClickAsync();
        await Expect(new Frame(session.Page).Dialog.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task With_a_choice_between_mine_and_a_colleagues_it_is_flawless()
    {
        await using var session = await OpenAsync();
        await using var colleague = await OpenAsync();
        var (card, theirs) = (new RateCardEditor(session.Page), new RateCardEditor(colleague.Page));
        await card.TypeAsync("Markup", "anthropic:claude-3-opus", "30");
        await theirs.TypeAsync("Markup", "anthropic:claude-3-opus", "35");
        await theirs.PublishAsync("Margins were too thin");
        await card.Review.ClickAsync();
        await Expect(card.News).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    // Everybody has a draft of their own, so that no test sees what another one typed.
    private async Task<BrowserSession> OpenAsync() =>
        await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin), RateCardEditor.Path);
}
