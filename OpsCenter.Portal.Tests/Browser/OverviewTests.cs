using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What operators see first, with something in it.</summary>
public sealed class OverviewTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>, IAsyncLifetime
{
    private const string Customer = "Northwind Research and Analytics";
    private Guid customer;

    public async Task InitializeAsync()
    {
        customer = await portal.AddCustomerAsync(Customer);
        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer, ("status", "failed"), ("route_used", "anthropic:claude-3-opus"));
        await portal.ReportJobAsync(customer, ("route_used", "openai:gpt-9"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("?period=today")]
    public async Task The_overview_is_flawless(string query)
    {
        await using var session = await OpenAsync(OverviewPage.Path + query);
        var overview = new OverviewPage(session.Page);
        await Expect(overview.Chart("Spend and cost")).ToBeVisibleAsync();
        await overview.ShowValues.ClickAsync();
        await Expect(overview.Values).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_job_that_is_reported_shows_without_a_reload()
    {
        await using var session = await OpenAsync($"{OverviewPage.Path}?period=today");
        var overview = new OverviewPage(session.Page);
        await Expect(overview.Figure("Jobs")).Not.ToBeEmptyAsync();
        var before = int.Parse(await overview.Figure("Jobs").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer);

        await Expect(overview.Figure("Jobs")).ToHaveTextAsync($"{before + 2}");
    }

    [Fact]
    public async Task An_operator_lands_here_chooses_a_period_by_keyboard_and_shares_its_address()
    {
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Sam Okoye", PlatformRole.Support), OverviewPage.Path);
        var (overview, keys) = (new OverviewPage(session.Page), new KeyboardOnly(session.Page));
        await session.Page.GotoAsync(portal.AddressOf("/"));
        await session.Page.WaitForURLAsync(portal.AddressOf(OverviewPage.Path));
        await session.InteractiveAsync();

        await keys.TabToAsync(overview.Period("Last 7 days"));
        await keys.PressAsync("Enter");

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{OverviewPage.Path}?period=last7days"));
        await Expect(overview.Period("Last 7 days")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(overview.Chart("Spend and cost")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("research_pro", "/jobs?agent=research_pro&period=last7days")]
    [InlineData("anthropic:claude-3-opus", "/jobs?period=last7days&route=anthropic%3Aclaude-3-opus")]
    [InlineData("Jobs", "/jobs?period=last7days")]
    public async Task A_figure_opens_its_jobs(string link, string jobs)
    {
        await using var session = await OpenAsync($"{OverviewPage.Path}?period=last7days");

        await new OverviewPage(session.Page).Share(link).ClickAsync();

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf(jobs));
        await Expect(new JobsList(session.Page).Links.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Members_of_a_customer_may_not_open_the_page_and_have_an_overview_of_their_own()
    {
        var member = await portal.People.AddMemberAsync("Mia Wolff", customer, OrganizationRole.Owner);

        await using var session = await portal.SignInAsync(member, OverviewPage.Path);

        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("You do not have access to this page");
        await Expect(new Frame(session.Page).RailLink("Overview")).ToHaveAttributeAsync("href", "/overview");
    }

    private Task<BrowserSession> OpenAsync(string path) => portal.SignInAsync(Person.Admin, path);
}
