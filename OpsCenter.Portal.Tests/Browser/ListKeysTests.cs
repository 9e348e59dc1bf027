using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The same keys in every list: ux.md promises them once for all.</summary>
public sealed class ListKeysTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData("/jobs")]
    [InlineData("/admin/customers")]
    [InlineData("/admin/holds")]
    [InlineData("/admin/audit")]
    public async Task Keys_walk_the_rows_of_every_list_and_enter_opens_one(string path)
    {
        await FillAsync();
        await using var session = await (await portal.SignInAsync(Person.Admin, path)).InteractiveAsync();
        var (page, rows) = (session.Page, session.Page.Locator("[data-list] [data-row]"));
        await Expect(rows.Nth(1)).ToBeVisibleAsync();

        foreach (var (key, row) in ((string, int)[])[("j", 0), ("j", 1), ("k", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("k", 0)])
        {
            await page.Keyboard.PressAsync(key);
            await Expect(rows.Nth(row)).ToBeFocusedAsync();
        }

        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("url => location.href !== url || document.querySelector('.mud-dialog')", before);
    }

    [Fact]
    public async Task A_row_that_is_a_button_opens_a_dialog_and_gets_the_focus_back()
    {
        await using var session = await (await portal.SignInAsync(Person.Admin, CredentialsPage.Path)).InteractiveAsync();
        var row = session.Page.Locator("[data-list] [data-row]").First;
        await Expect(row).ToBeVisibleAsync();

        await session.Page.Keyboard.PressAsync("j");
        await Expect(row).ToBeFocusedAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(new Frame(session.Page).Dialog).ToBeVisibleAsync();
        await new Frame(session.Page).CloseWithEscapeAsync();

        await Expect(row).ToBeFocusedAsync();
    }

    [Fact]
    public async Task From_a_button_inside_a_row_the_next_row_is_next()
    {
        await FillAsync();
        await using var session = await (await portal.SignInAsync(Person.Admin, CustomersPage.Path)).InteractiveAsync();
        var list = session.Page.Locator("[data-list]");
        await Expect(list.Locator("[data-row]").Nth(1)).ToBeVisibleAsync();

        await list.Locator("[data-copy]").First.FocusAsync();
        await session.Page.Keyboard.PressAsync("j");

        await Expect(list.Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_the_list_is_flawless()
    {
        await using var session = await (await portal.SignInAsync(Person.Admin, CustomersPage.Path)).InteractiveAsync();

        await session.Page.Keyboard.PressAsync("?");
        await Expect(session.Page.GetByText("Search pages, customers, jobs and commands")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    private async Task FillAsync()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research");
        await portal.AddCustomerAsync("Fabrikam");

        for (var i = 0; i < 2; i++)
        {
            await portal.ReportJobAsync(customer);
            await portal.ReportJobAsync(customer, ("route_used", "anthropic:claude-of-tomorrow"));
        }
    }
}
