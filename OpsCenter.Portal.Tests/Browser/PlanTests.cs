using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The customer's page about its plan, and the operators' page about all plans.</summary>
public sealed class PlanTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task An_owner_changes_cancels_and_resumes_and_an_operator_only_looks()
    {
        var customer = await portal.AddCustomerAsync("Contoso Labs");
        await StartAsync(customer, "starter");
        var owner = await portal.People.AddMemberAsync("Olu Owens", customer, OrganizationRole.Owner);
        await using var session = await portal.SignInAsync(owner, "/plan");
        var (page, frame) = (session.Page, new Frame(session.Page));
        await session.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Starter plan" })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);

        await Button(page, "Upgrade to Professional").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("$30.00 plus tax");
        await Expect(frame.Dialog).ToContainTextAsync("$40.00 instead of $15.00");
        await frame.DialogButton("Not now").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Yearly" }).ClickAsync();
        await Button(page, "Change to Starter").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("$190.00 a year plus tax");
        await frame.DialogButton("Plan the change").ClickAsync();
        await Expect(page.GetByText("Changes to Starter, paid yearly")).ToBeVisibleAsync();
        await Button(page, "Keep Starter").ClickAsync();
        await Expect(page.GetByText("Changes to Starter, paid yearly")).ToHaveCountAsync(0);

        await Button(page, "Cancel plan").ClickAsync();
        await frame.DialogButton("Cancel plan").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Choose a reason first.");
        await frame.Dialog.GetByLabel("Why do you cancel?").SelectOptionAsync("It costs too much");
        await Looks.ShouldBeFlawlessAsync(session);
        await frame.DialogButton("Cancel plan").ClickAsync();
        await Expect(page.GetByText("Cancelled, ends")).ToBeVisibleAsync();
        await Button(page, "Resume plan").ClickAsync();
        await Expect(page.GetByText("Cancelled, ends")).ToHaveCountAsync(0);
        session.ShouldHaveNoComplaints();

        await using var operators = await portal.SignInAsync(Person.Admin, $"{CustomersPage.Path}/{customer}/plan");
        await Expect(operators.Page.GetByRole(AriaRole.Heading, new() { Name = "Starter plan" })).ToBeVisibleAsync();
        await Expect(operators.Page.GetByText("You are looking at the pages of")).ToBeVisibleAsync();
        await Expect(Button(operators.Page, "Cancel plan")).ToHaveCountAsync(0);
        await Expect(Button(operators.Page, "Upgrade to Professional")).ToHaveCountAsync(0);
        await Looks.ShouldBeFlawlessAsync(operators);
    }

    [Fact]
    public async Task An_operator_makes_a_plan_and_its_next_version_after_a_look_at_what_changes()
    {
        await using var session = await portal.SignInAsync(Person.Admin, "/admin/plans");
        var (page, frame) = (session.Page, new Frame(session.Page));
        await session.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "enterprise" })).ToBeVisibleAsync();

        await Button(page, "New plan").ClickAsync();
        await frame.DialogButton("Create plan").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("Enter a name of at most 60 characters.");
        await frame.Dialog.GetByLabel("Code").FillAsync("team");
        await frame.Dialog.GetByLabel("Name").FillAsync("Team");
        await frame.Dialog.GetByLabel("Price of a month").FillAsync("29");
        await frame.Dialog.GetByLabel("Included usage").FillAsync("20");
        await frame.DialogButton("Create plan").ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "team" });
        await Expect(row).ToContainTextAsync("$29.00 a month");

        await page.GetByRole(AriaRole.Button, new() { Name = "More about Team" }).ClickAsync();
        await page.GetByText("New version…").ClickAsync();
        await frame.Dialog.GetByLabel("Price of a month").FillAsync("31.50");
        await frame.DialogButton("Review changes").ClickAsync();
        await Expect(frame.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "Price of a month" })).ToContainTextAsync("31.50");
        await Looks.ShouldBeFlawlessAsync(session);
        await frame.DialogButton("Publish version 2").ClickAsync();
        await Expect(row).ToContainTextAsync("$31.50 a month");
        await Looks.ShouldBeFlawlessAsync(session);
        session.ShouldHaveNoComplaints();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    // As if the first payment had come.
    private async Task StartAsync(Guid customer, string code)
    {
        var now = TimeProvider.System.GetUtcNow();
        var plans = await portal.Services.GetRequiredService<PlanQueries>().ListAsync(new Actor.System("test"), CancellationToken.None);
        var pending = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = customer,
            PlanVersionId = plans.Single(p => p.Code == code).Newest.Id,
            Interval = BillingInterval.Month,
            CreatedAt = now,
        };
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await SubscriptionRows.InsertAsync((NpgsqlConnection)db.Database.GetDbConnection(), pending, CancellationToken.None);
        await portal.Services.GetRequiredService<SubscriptionEngine>().ActivateAsync(db, pending.Id, now, CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
