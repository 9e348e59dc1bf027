using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>One customer's page: figures, credits and notes.</summary>
public sealed class CustomerPageTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_customer_is_looked_at_credited_and_noted()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        await using var session = await portal.SignInAsync(Person.Admin, CustomersPage.Path);
        var (page, frame) = (session.Page, new Frame(session.Page));
        await new CustomersPage(page).Row("Northwind Research").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(frame.Heading).ToHaveTextAsync("Northwind Research");
        await Expect(page.GetByText("$0.47").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Give credit" }).ClickAsync();
        await Expect(frame.Dialog.GetByLabel("Amount")).ToBeFocusedAsync();
        await frame.Dialog.GetByLabel("Amount").FillAsync("0");
        await frame.DialogButton("Give credit").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Enter a reason");
        await frame.Dialog.GetByLabel("Reason").FillAsync("An outage on our side");
        await frame.DialogButton("Give credit").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Enter an amount above 0");
        await frame.Dialog.GetByLabel("Amount").FillAsync("12.50");
        await frame.DialogButton("Give credit").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Credits, newest first" })).ToContainTextAsync("An outage on our side");

        await page.GetByLabel("New note").FillAsync("Called about the outage.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Called about the outage." })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_customer_without_jobs_is_flawless()
    {
        var customer = await portal.AddCustomerAsync("Quiet Ltd");
        await using var session = await portal.SignInAsync(Person.Admin, $"{CustomersPage.Path}/{customer}");
        await Expect(session.Page.GetByText("No jobs yet")).ToBeVisibleAsync();
        await Expect(session.Page.GetByText("Nothing was given back yet.")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }
}
