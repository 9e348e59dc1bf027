using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Margins, with something in them: the brief's job leaves 32.8 %, one whose provider reported 0.45 leaves 0.9 %.</summary>
public sealed class MarginTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>, IAsyncLifetime
{
    private const string Customer = "Northwind Research and Analytics";
    private Guid customer;

    public async Task InitializeAsync()
    {
        customer = await portal.AddCustomerAsync(Customer);
        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer, ("route_used", "house_vllm:default"), ("provider_cost", "0.158"));
        await portal.ReportJobAsync(customer, ("route_used", "anthropic:claude-3-opus"), ("provider_cost", "1"));
        await portal.ReportJobAsync(new Guid("00000000-0000-7000-8000-00000000000f"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("?by=customer&sort=percent&order=ascending")]
    [InlineData("?by=tool&period=today")]
    public async Task The_margin_page_is_flawless(string query)
    {
        await using var session = await portal.SignInAsync(Person.Admin, MarginPage.Path + query);
        await Expect(new MarginPage(session.Page).Table).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so_and_is_cleared()
    {
        await using var session = await portal.SignInAsync(Person.Admin, MarginPage.Path);
        var margin = new MarginPage(session.Page);
        await session.InteractiveAsync();
        await margin.Search.FillAsync("no such route");
        await Expect(session.Page.GetByText("Nothing matches")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);

        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).First.ClickAsync();

        await Expect(margin.Row("openai:gpt-4")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_below_the_floor_or_below_cost_is_marked_in_words()
    {
        await using var session = await portal.SignInAsync(Person.Admin, MarginPage.Path);
        var margin = new MarginPage(session.Page);

        await Expect(margin.Row("house_vllm:default")).ToContainTextAsync("Below the floor");
        await Expect(margin.Row("anthropic:claude-3-opus")).ToContainTextAsync("Below cost");
        await Expect(margin.Row("openai:gpt-4")).Not.ToContainTextAsync("Below");
    }

    [Fact]
    public async Task By_keyboard_one_sorts_groups_and_opens_the_jobs_of_a_row()
    {
        await using var session = await portal.SignInAsync(
            await portal.People.AddOperatorAsync("Sam Okoye", PlatformRole.Support), $"{MarginPage.Path}?period=last7days");
        var (margin, keys) = (new MarginPage(session.Page), new KeyboardOnly(session.Page));
        await session.InteractiveAsync();
        await Expect(margin.Table).ToBeVisibleAsync();

        await keys.TabToAsync(margin.Link("Margin %"));
        await keys.PressAsync("Enter");
        await Expect(session.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Margin %" })).ToHaveAttributeAsync("aria-sort", "descending");
        await keys.PressAsync("Enter");
        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{MarginPage.Path}?order=ascending&period=last7days&sort=percent"));
        await keys.TabToAsync(margin.GroupBy("Customers"));
        await keys.PressAsync("Enter");
        await Expect(margin.Link(Customer).First).ToBeVisibleAsync();
        await margin.GroupBy("Agents").ClickAsync();
        await margin.Link("research_pro").ClickAsync();

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf("/jobs?agent=research_pro&period=last7days"));
    }

    [Fact]
    public async Task A_job_that_is_reported_shows_without_a_reload()
    {
        await using var session = await portal.SignInAsync(Person.Admin, $"{MarginPage.Path}?by=customer");
        var margin = new MarginPage(session.Page);
        await Expect(margin.Table).ToBeVisibleAsync();
        var newcomer = await portal.AddCustomerAsync("Contoso Labs");

        await portal.ReportJobAsync(newcomer);

        await Expect(margin.Row("Contoso Labs")).ToContainTextAsync("$0.47");
    }

    [Fact]
    public async Task Members_of_a_customer_see_neither_the_pages_nor_their_link()
    {
        var member = await portal.People.AddMemberAsync("Mia Wolff", customer, OrganizationRole.Owner);
        await using var session = await portal.SignInAsync(member, MarginPage.Path);
        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("You do not have access to this page");
        await Expect(new Frame(session.Page).RailLink("Margin")).ToHaveCountAsync(0);

        await session.Page.GotoAsync(portal.AddressOf(ReplayPage.Path + "?version=1"));

        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("You do not have access to this page");
    }
}
