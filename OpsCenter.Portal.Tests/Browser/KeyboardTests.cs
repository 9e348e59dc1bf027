using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Everything an operator does every day, without a mouse.</summary>
public sealed class KeyboardTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Sign_in_edit_publish_and_open_a_receipt()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research");
        var older = await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer);
        await using var session = await portal.OpenAsync(SignInPage.Path);
        var (page, keys, frame) = (session.Page, new KeyboardOnly(session.Page), new Frame(session.Page));

        await SignInAsync(page, keys);
        await keys.TabToAsync(frame.RailLink("Rate card"));
        await keys.PressAsync("Enter");
        await EditAndPublishAsync(page, keys);
        await keys.TabToAsync(frame.RailLink("Usage & receipts"));
        await keys.PressAsync("Enter");
        await OpenSecondRowAsync(page, keys);

        await Expect(page).ToHaveURLAsync(older.ReceiptUrl.ToString());
        await Expect(new ReceiptPage(page).Heading).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_the_review_and_the_focus_returns_to_its_button()
    {
        await using var session = await portal.SignInAsync(Person.Admin, RateCardEditor.Path);
        var (card, keys) = (new RateCardEditor(session.Page), new KeyboardOnly(session.Page));
        await card.TypeAsync("Output cost", "openai:gpt-4", "0.07");

        await keys.TabToAsync(card.Review);
        await keys.PressAsync("Enter");
        await Expect(new ReviewDialog(session.Page).Publish).ToBeVisibleAsync();
        await new Frame(session.Page).CloseWithEscapeAsync();

        await Expect(card.Review).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_a_correction_and_the_focus_returns_to_the_menu()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        await using var session = await portal.SignInAsync(Person.Admin, job.ReceiptUrl.AbsolutePath);
        var (receipt, keys) = (new ReceiptPage(session.Page), new KeyboardOnly(session.Page));

        await keys.TabToAsync(receipt.More);
        await keys.PressAsync("Enter");
        await keys.ChooseAsync(session.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Void…" }));
        await Expect(new CorrectionDialog(session.Page, "Void job").Preview).ToBeVisibleAsync();
        await new Frame(session.Page).CloseWithEscapeAsync();

        await Expect(receipt.More).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_new_customer_is_asked_for_in_a_dialog_that_gives_the_focus_back()
    {
        await using var session = await portal.SignInAsync(Person.Admin, CustomersPage.Path);
        var (customers, keys) = (new CustomersPage(session.Page), new KeyboardOnly(session.Page));
        await customers.ReadyAsync();

        await keys.TabToAsync(customers.New.First);
        await keys.PressAsync("Enter");
        await Expect(new Frame(session.Page).Dialog.GetByLabel("Name")).ToBeFocusedAsync();
        await new Frame(session.Page).CloseWithEscapeAsync();

        await Expect(customers.New.First).ToBeFocusedAsync();
    }

    private static async Task SignInAsync(IPage page, KeyboardOnly keys)
    {
        var form = new SignInPage(page);
        await Expect(form.Email).ToBeFocusedAsync();
        await keys.TypeAsync(Person.Admin.Email);
        await keys.TabToAsync(form.Password);
        await keys.TypeAsync(Person.Admin.Password);
        await keys.PressAsync("Enter");
    }

    private static async Task EditAndPublishAsync(IPage page, KeyboardOnly keys)
    {
        var (card, review) = (new RateCardEditor(page), new ReviewDialog(page));
        await keys.TabToAsync(card.Cell("Input cost", "openai:gpt-4"));
        await keys.TypeAsync("0.035");
        await keys.TabToAsync(card.Review);
        await keys.PressAsync("Enter");
        await Expect(review.Changes).ToBeFocusedAsync();
        await keys.TabToAsync(review.Note);
        await keys.TypeAsync("By hand");
        await keys.PressAsync("Control+Enter");
        await Expect(new Frame(page).Toast).ToContainTextAsync("published");
    }

    private static async Task OpenSecondRowAsync(IPage page, KeyboardOnly keys)
    {
        var rows = new JobsList(page).Links;
        await Expect(rows.Nth(1)).ToBeVisibleAsync();
        // A page that was navigated to takes the focus to its title; a key pressed before that would lose it again.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("j");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
    }
}
