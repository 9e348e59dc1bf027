using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Two operators edit the rate card at once.</summary>
public sealed class ColleagueTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Gpt = "openai:gpt-4";
    private const string Claude = "anthropic:claude-3-opus";

    [Fact]
    public async Task What_both_changed_is_a_choice_and_everything_else_is_merged()
    {
        await using var mine = await OpenAsAsync("Carl Berg");
        await using var theirs = await OpenAsAsync("Ana Lima");
        var (card, colleague) = (new RateCardEditor(mine.Page), new RateCardEditor(theirs.Page));
        await card.TypeAsync("Markup", Gpt, "30");
        await card.TypeAsync("Markup", Claude, "40");
        await colleague.TypeAsync("Markup", Gpt, "35");
        await colleague.PublishAsync("Margins were too thin");

        await card.Review.ClickAsync();
        await Expect(card.News).ToContainTextAsync("Ana Lima published version");
        await Expect(card.News).ToContainTextAsync("Margins were too thin");
        await Expect(card.Cell("Markup", Gpt)).ToHaveValueAsync("30");
        await card.News.GetByLabel("Keep mine").CheckAsync();
        await card.News.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Continue on version" }).ClickAsync();
        await card.PublishAsync("Agreed with Ana");

        await Expect(card.Cell("Markup", Gpt)).ToHaveValueAsync("30");
        await Expect(card.Cell("Markup", Claude)).ToHaveValueAsync("40");
    }

    [Fact]
    public async Task What_only_the_colleague_changed_is_taken_over_and_named()
    {
        await using var mine = await OpenAsAsync("Carl Berg");
        await using var theirs = await OpenAsAsync("Ana Lima");
        var (card, colleague) = (new RateCardEditor(mine.Page), new RateCardEditor(theirs.Page));
        await card.TypeAsync("Input cost", "house_vllm:default", "0.003");
        await colleague.TypeAsync("Output cost", Claude, "0.08");
        await colleague.PublishAsync("Anthropic raised its price");

        var review = await card.ReviewAsync();
        await Expect(review.Changes).ToContainTextAsync("house_vllm:default");
        await Expect(review.Changes).Not.ToContainTextAsync(Claude);
        await mine.Page.Keyboard.PressAsync("Escape");

        await Expect(card.News).ToContainTextAsync($"changed {Claude}");
        await Expect(card.News).ToContainTextAsync("nothing you typed is lost");
        await Expect(card.Cell("Output cost", Claude)).ToHaveValueAsync("0.08");
        await Expect(card.Cell("Input cost", "house_vllm:default")).ToHaveValueAsync("0.003");
    }

    private async Task<BrowserSession> OpenAsAsync(string name) =>
        await portal.SignInAsync(await portal.People.AddOperatorAsync(name, PlatformRole.Admin), RateCardEditor.Path);
}
