using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Ctrl-K, from any page to anything.</summary>
public sealed class SearchTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task It_is_flawless_empty_with_results_and_without()
    {
        await portal.AddCustomerAsync("Northwind Research");
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        var search = new SearchPalette(session.Page);

        await search.OpenAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await search.Text.FillAsync("north");
        await Expect(search.Result("Northwind Research").First).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await search.Text.FillAsync("nothing of this name");
        await Expect(search.Panel).ToContainTextAsync("Nothing found");
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_page_opens_by_typing_and_enter_even_before_it_is_found()
    {
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        await new SearchPalette(session.Page).OpenAsync();

        await session.Page.Keyboard.TypeAsync("machine cred");
        await session.Page.Keyboard.PressAsync("Enter");

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf(CredentialsPage.Path));
        await Expect(new SearchPalette(session.Page).Panel).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_job_is_found_by_its_receipt_and_by_its_key()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Fabrikam"), ("job_id", "run-4711"));
        await using var session = await OpenAsync(Person.Admin, "/admin/customers");
        var search = new SearchPalette(session.Page);

        await search.OpenAsync();
        await search.Text.FillAsync(job.ReceiptUrl.Segments[^1]);
        await Expect(search.Chosen).ToContainTextAsync(job.ReceiptUrl.Segments[^1]);
        await search.Text.FillAsync("run-4711");
        await Expect(search.Chosen).ToContainTextAsync(job.ReceiptUrl.Segments[^1]);
        await session.Page.Keyboard.PressAsync("Enter");

        await Expect(session.Page).ToHaveURLAsync(job.ReceiptUrl.ToString());
    }

    [Fact]
    public async Task Arrows_choose_and_control_enter_opens_a_tab()
    {
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        var search = new SearchPalette(session.Page);
        await search.OpenAsync();
        var first = await search.Chosen.InnerTextAsync();

        await session.Page.Keyboard.PressAsync("ArrowDown");
        (await search.Chosen.InnerTextAsync()).Should().NotBe(first);
        await session.Page.Keyboard.PressAsync("ArrowUp");
        (await search.Chosen.InnerTextAsync()).Should().Be(first);
        var tab = await session.Context.RunAndWaitForPageAsync(() => session.Page.Keyboard.PressAsync("Control+Enter"));

        await Expect(tab).ToHaveURLAsync(portal.AddressOf("/admin/overview"));
        await Expect(search.Panel).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_gives_the_focus_back()
    {
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        var search = new SearchPalette(session.Page);
        await search.Button.FocusAsync();

        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(search.Text).ToBeFocusedAsync();
        await session.Page.Keyboard.PressAsync("Escape");

        await Expect(search.Panel).ToBeHiddenAsync();
        await Expect(search.Button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Commands_are_carried_out()
    {
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        var (search, frame) = (new SearchPalette(session.Page), new Frame(session.Page));

        await search.OpenAsync();
        await session.Page.Keyboard.TypeAsync("switch");
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(session.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await search.OpenAsync();
        await session.Page.Keyboard.TypeAsync("new customer");
        await session.Page.Keyboard.PressAsync("Enter");

        await Expect(frame.Dialog.GetByLabel("Name")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_button_opens_it()
    {
        await using var session = await OpenAsync(Person.Admin, JobsList.Path);
        await session.Page.SetViewportSizeAsync(390, 844);

        await new SearchPalette(session.Page).Button.ClickAsync();

        await Expect(new SearchPalette(session.Page).Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_customers_member_finds_their_own_jobs_and_nothing_of_anybody_else()
    {
        var (own, other) = (await portal.AddCustomerAsync("Adventure Works"), await portal.AddCustomerAsync("Wingtip Toys"));
        var (ownJob, foreignJob) = (await portal.ReportJobAsync(own), await portal.ReportJobAsync(other, ("job_id", "foreign-key")));
        var member = await portal.People.AddMemberAsync("Mia", own, OrganizationRole.Member);
        await using var session = await OpenAsync(member, JobsList.Path);
        var search = new SearchPalette(session.Page);
        await search.OpenAsync();

        foreach (var text in (string[])["Wingtip", other.ToString(), foreignJob.ReceiptUrl.Segments[^1], "foreign-key", "research_pro", "openai:gpt-4", "Rate card", "Audit", "New customer", "Verify"])
        {
            await search.Text.FillAsync(text);
            await Expect(search.Panel).ToContainTextAsync($"Nothing found for “{text}”");
        }

        await search.Text.FillAsync(ownJob.ReceiptUrl.Segments[^1]);
        await Expect(search.Chosen).ToContainTextAsync(ownJob.ReceiptUrl.Segments[^1]);
    }

    private async Task<BrowserSession> OpenAsync(Person person, string path) => await (await portal.SignInAsync(person, path)).InteractiveAsync();
}
