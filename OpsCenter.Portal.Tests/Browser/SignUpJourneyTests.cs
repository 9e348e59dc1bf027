using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
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
    public async Task Overage_becomes_an_invoice_that_is_paid_an_upgrade_is_bought_and_a_payment_that_fails_is_made_with_another_card()
    {
        await using var session = await portal.OpenAsync("/signup");
        var (page, frame, desk) = (session.Page, new Frame(session.Page), new CheckoutDesk(session.Page));
        await page.GetByLabel("Your name").FillAsync("Kim Poe");
        await page.GetByLabel("E-mail address").FillAsync("kim@example.com");
        await page.GetByLabel("Password").FillAsync("a quiet walk by the river");
        await page.GetByLabel("Organisation", new() { Exact = true }).FillAsync("Harbor Legal");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("Starter.*a month") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }).ClickAsync();
        await desk.PayAsync("4242424242424242");
        await Expect(page.GetByText("$19.00 received. Your plan is active.")).ToBeVisibleAsync();

        // 4,000,000 tokens are 150.00 of model fee and 32.00 of agent fee; 15.00 are included.
        var customer = await IdOfAsync("Harbor Legal");
        await UseAsync(customer);
        await page.GotoAsync(portal.AddressOf("/billing"));
        await ShouldBecomeAsync(page, "$167.00", "Paid");

        await page.GotoAsync(portal.AddressOf("/plan"));
        await session.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Upgrade to Professional" }).ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("$30.00 plus tax");
        await frame.Dialog.Locator("[data-primary]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay " }).ClickAsync();
        await Expect(page.GetByText("$30.00 received.")).ToBeVisibleAsync();
        await page.GotoAsync(portal.AddressOf("/plan"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Professional plan" })).ToBeVisibleAsync();

        await page.GotoAsync(portal.AddressOf("/payment-methods"));
        await session.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add card" }).ClickAsync();
        await desk.SaveAsync("4000000000000341");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to payment methods" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Make default\\s*: Visa ending in 0341") }).ClickAsync();
        await Expect(frame.Toast).ToContainTextAsync("made default");

        // 182.00 more; the upgrade brought 25.00 of included usage.
        await UseAsync(customer);
        await page.GotoAsync(portal.AddressOf("/billing"));
        await ShouldBecomeAsync(page, "$157.00", "Failed");
        await page.Locator("tr.oc-row").Filter(new() { HasText = "$157.00" }).Locator("a.oc-row-link").ClickAsync();
        await Expect(page.GetByText("declined").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay now" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new("Visa ending in 4242") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay " }).ClickAsync();
        await Expect(page.GetByText("$157.00 received, the invoice is paid.")).ToBeVisibleAsync();
        await page.GotoAsync(portal.AddressOf("/billing"));
        await ShouldBecomeAsync(page, "$157.00", "Paid");

        // On the customer's own key the model costs nothing; agent and tools stay.
        var byok = await portal.ReportJobAsync(customer, ("byok_used", true));
        byok.Total.Should().Be("0.094");
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

    private async Task UseAsync(Guid customer) => (await portal.ReportJobAsync(
        customer, ("input_tokens", 4_000_000), ("output_tokens", 0), ("tools_used", new JsonArray()))).Total.Should().Be("182");

    private async Task<Guid> IdOfAsync(string customer)
    {
        await using var command = portal.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select id from organizations where name = $1");
        command.Parameters.AddWithValue(customer);

        return (Guid)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"There is no {customer}."));
    }

    // The engine, the outbox and the provider's news each take a moment; the page follows them.
    private static Task ShouldBecomeAsync(IPage page, string amount, string state) =>
        Expect(page.Locator("tr.oc-row").Filter(new() { HasText = amount })).ToContainTextAsync(state, new() { Timeout = 60_000 });

    private static async Task RemoveAsync(IPage page, Frame frame, string card, string effect)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Remove\\s+{card}") }).ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync(effect);
        await frame.DialogButton("Remove").ClickAsync();
        await Expect(page.Locator("strong", new() { HasText = card })).ToHaveCountAsync(0);
    }
}
