using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Pages of a portal in which nothing has happened yet, and pages for those who are not let in.</summary>
public sealed class EmptyPagesTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Sign_in_is_flawless()
    {
        await using var session = await portal.OpenAsync(SignInPage.Path);
        await Expect(new SignInPage(session.Page).Heading).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_refused_sign_in_is_flawless()
    {
        await using var session = await portal.OpenAsync(SignInPage.Path);
        await new SignInPage(session.Page).SignInAsync(Person.Admin with { Password = "not the password" });
        await Expect(session.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Theory]
    [InlineData("/account/access-denied", "You do not have access to this page")]
    [InlineData("/no/such/page", "Page not found")]
    [InlineData("/jobs/01999999-0000-7000-8000-000000000001", "Page not found")]
    [InlineData("/account/sign-out", "Page not found")]
    public async Task A_page_that_is_not_for_the_reader_is_flawless(string path, string title)
    {
        await using var session = await portal.SignInAsync(Person.Admin, CustomersPage.Path);
        await new CustomersPage(session.Page).ReadyAsync();
        await session.Page.GotoAsync(portal.AddressOf(path));
        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync(title);

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Nothing_to_open_is_flawless()
    {
        await using var session = await portal.SignInAsync(await portal.People.AddStrangerAsync("Noor Haddad"), "/");
        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("Nothing here for you yet");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task No_customers_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CustomersPage.Path);
        await Expect(new CustomersPage(session.Page).Empty).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task An_overview_without_jobs_says_what_to_do_and_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, OverviewPage.Path);
        await Expect(new OverviewPage(session.Page).Empty).ToBeVisibleAsync();
        await Expect(session.Page.GetByText("curl")).ToContainTextAsync($"{portal.AddressOf("/")}api/v1/usage/record");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task No_jobs_is_flawless()
    {
        await using var session = await portal.SignInAsync(Person.Admin, JobsList.Path);
        await Expect(new JobsList(session.Page).Empty).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_rate_card_that_may_only_be_read_is_flawless()
    {
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance), RateCardEditor.Path);
        await Expect(new RateCardEditor(session.Page).Version).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }
}
