using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A session that is over is over everywhere.</summary>
public sealed class SignOutTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_other_tab_by_itself()
    {
        await using var session = await portal.SignInAsync(Person.Admin, RateCardEditor.Path);
        await Expect(new RateCardEditor(session.Page).Cell("Input cost", "openai:gpt-4")).ToBeVisibleAsync();
        var other = await session.Context.NewPageAsync();
        await other.GotoAsync(portal.AddressOf(CustomersPage.Path));
        await new CustomersPage(other).ReadyAsync();

        await new Frame(other).SignOutAsync();

        await Expect(new SignInPage(other).Heading).ToBeVisibleAsync();
        await Expect(new SignInPage(session.Page).Heading).ToBeVisibleAsync();
        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{SignInPage.Path}?returnUrl=%2Fadmin%2Fsystem%2Frate-card"));
    }
}
