using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Somebody signs up, pays, has a plan and looks after their cards, and talks to nobody.</summary>
public sealed class SignUpJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_visitor_signs_up_pays_after_a_decline_and_a_confirmation_and_has_a_plan()
    {
        await using var session = await portal.OpenAsync("/signup");
        var (page, frame, desk) = (session.Page, new Frame(session.Page), new CheckoutDesk(session.Page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }).ClickAsync();
        await Expect(page.GetByText("Enter an e-mail address")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByLabel("Your name").FillAsync("Sam Doe");
        await page.GetByLabel("E-mail address").FillAsync("sam@example.com");
        await page.GetByLabel("Password").FillAsync("a quiet walk by the river");
        await page.GetByLabel("Organisation", new() { Exact = true }).FillAsync("Northwind Research");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }).ClickAsync();

        await Expect(desk.TestMode).ToBeVisibleAsync();
        await desk.PayAsync("4000000000000002");
        await Expect(desk.Problem).ToHaveTextAsync("Your card was declined.");
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await desk.PayAsync("4000002500003155");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Confirm with your bank" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Refuse" }).ClickAsync();
        await Expect(desk.Problem).ToContainTextAsync("Your bank did not confirm");
        await desk.PayAsync("4000002500003155");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.GetByText("$1.00 received. Your plan is active.")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);

        await page.GetByRole(AriaRole.Link, new() { Name = "Payment methods" }).ClickAsync();
        await Expect(page.Locator("strong", new() { HasText = "Visa ending in 3155" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add card" }).ClickAsync();
        await desk.SaveAsync("5555555555554444");
        await Expect(page.GetByText("Your card is saved.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to payment methods" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Make default\\s*: Mastercard ending in 4444") }).ClickAsync();
        await Expect(frame.Toast).ToContainTextAsync("Mastercard ending in 4444 made default");
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await RemoveAsync(page, frame, "Visa ending in 3155", "Nothing is charged to it any more.");
        await RemoveAsync(page, frame, "Mastercard ending in 4444", "It is your only card.");
        await Expect(page.GetByText("No card saved")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task An_operator_sees_what_went_out_and_came_in_and_the_cards_of_a_customer_without_acts()
    {
        var customer = await portal.AddCustomerAsync("Quiet Ltd");
        await using var session = await portal.SignInAsync(Person.Admin, "/admin/system/integrations");

        await Expect(session.Page.GetByText("Nothing was given up.")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await session.Page.GotoAsync(portal.AddressOf($"/admin/customers/{customer}/payment-methods"));
        await Expect(session.Page.GetByText("This customer has not saved a card.")).ToBeVisibleAsync();
        await Expect(session.Page.GetByRole(AriaRole.Button, new() { Name = "Add card" })).ToHaveCountAsync(0);
    }

    private static async Task RemoveAsync(IPage page, Frame frame, string card, string effect)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Remove\\s+{card}") }).ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync(effect);
        await frame.DialogButton("Remove").ClickAsync();
        await Expect(page.Locator("strong", new() { HasText = card })).ToHaveCountAsync(0);
    }
}
