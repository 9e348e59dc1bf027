using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;
using UglyToad.PdfPig;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Billing and finance, empty and with a period that was closed.</summary>
public sealed class BillingPagesTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    private const string Customer = "Northwind Research and Analytics";

    [Fact]
    public async Task A_customer_reads_its_billing_opens_an_invoice_its_jobs_and_its_file()
    {
        var customer = await SubscriberAsync();
        var member = await portal.People.AddMemberAsync("Bea Lind", customer, OrganizationRole.Billing);
        await using var session = await portal.SignInAsync(member, "/billing");
        var page = session.Page;
        await session.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Current period" })).ToBeVisibleAsync();
        await Expect(page.GetByText("is owed on invoices")).ToBeVisibleAsync();
        await Expect(page.GetByText("Test mode, no money moves.")).ToBeVisibleAsync();
        await Expect(page.Locator("tr.oc-row")).ToHaveCountAsync(2);
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit details" }).ClickAsync();
        await page.GetByLabel("Country").SelectOptionAsync("DE");
        await page.GetByLabel("Tax id").FillAsync("DE136695977");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save details" }).ClickAsync();
        await Expect(page.GetByText("The check digit of this VAT id is wrong")).ToBeVisibleAsync();
        await page.GetByLabel("Tax id").FillAsync("DE136695976");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save details" }).ClickAsync();
        await Expect(page.GetByText("Tax id DE136695976")).ToBeVisibleAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "PDF of invoice" }).First.ClickAsync());
        using (var pdf = PdfDocument.Open(await file.PathAsync()))
            string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text)).Should().ContainAll(Customer, "Still owed");

        await page.Locator("tr.oc-row a.oc-row-link").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lines" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pay now" })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jobs behind it" }).First.ClickAsync();
        await Expect(page.GetByText("Billed in the period")).ToBeVisibleAsync();
        await Expect(page.Locator("tr.oc-row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_a_plan_the_page_says_so_and_a_plain_member_does_not_see_it()
    {
        var customer = await portal.AddCustomerAsync("Empty Handed");
        await using var session = await portal.SignInAsync(await portal.People.AddMemberAsync("Ola Berg", customer, OrganizationRole.Owner), "/billing");
        await session.InteractiveAsync();
        await Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "No invoices yet" })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);

        await using var plain = await portal.SignInAsync(await portal.People.AddMemberAsync("Pia Holm", customer, OrganizationRole.Member), "/billing");

        await Expect(plain.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You do not have access to this page");
    }

    [Fact]
    public async Task An_operator_reads_the_books_and_takes_an_invoice_back()
    {
        await SubscriberAsync();
        await using var session = await portal.SignInAsync(Person.Admin, "/admin/finance");
        var page = session.Page;
        await session.InteractiveAsync();
        await Expect(page.GetByText("Monthly recurring revenue")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Link, new() { Name = "Month close" }).ClickAsync();
        await page.Locator("table a").First.ClickAsync();
        await Expect(page.GetByText("Everything agrees")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { Name = "Invoices" }).ClickAsync();
        await page.Locator("tr.oc-row a.oc-row-link").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue credit note" }).ClickAsync();
        await page.GetByLabel("Reason, printed on it").FillAsync("Ordered by mistake");
        await Expect(page.GetByText("The invoice becomes void")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue credit note" }).ClickAsync();
        await Expect(page.GetByText("TEST-CN-000001").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Void", new() { Exact = true }).First).ToBeVisibleAsync();
        session.ShouldHaveNoComplaints();
    }

    // On a plan for more than a month, so that one period is closed and its invoice has jobs behind it; nothing is paid.
    private async Task<Guid> SubscriberAsync()
    {
        var services = portal.Services;
        var customer = await portal.AddCustomerAsync(Customer);
        var start = TimeProvider.System.GetUtcNow().AddDays(-33);
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var find = new NpgsqlCommand("select id from plan_versions where plan_code = 'starter' order by version desc limit 1", connection);
        var plan = (Guid)(await find.ExecuteScalarAsync())!;
        var chosen = new Subscription
        {
            Id = Guid.CreateVersion7(start),
            OrganizationId = customer,
            PlanVersionId = plan,
            Interval = BillingInterval.Month,
            CreatedAt = start,
        };
        await SubscriptionRows.InsertAsync(connection, chosen, CancellationToken.None);
        await services.GetRequiredService<SubscriptionEngine>().ActivateAsync(db, chosen.Id, start, CancellationToken.None);
        await transaction.CommitAsync();
        await portal.ReportJobAsync(customer, ("occurred_at", start.AddDays(23).ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        await services.GetRequiredService<AdvanceBilling>().HandleAsync(new Actor.System("test"), CancellationToken.None);

        return customer;
    }
}
