using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Shell.Exports;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A customer's overview and usage page.</summary>
public sealed class CustomerUsageTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_customer_sees_what_was_used_drills_down_to_the_jobs_and_takes_it_away_as_files()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research and Analytics");
        await SubscribeAsync(customer);
        await portal.ReportJobAsync(customer, ("member_id", "ana"));
        await portal.ReportJobAsync(customer, ("route_used", "anthropic:claude-3-opus"));
        var member = await portal.People.AddMemberAsync("Mia Wolff", customer, OrganizationRole.Owner);
        await using var session = await portal.SignInAsync(member, "/overview");
        await session.InteractiveAsync();
        var usage = new UsagePage(session.Page);
        await Expect(usage.Section("This billing period")).ToContainTextAsync("2 jobs");
        await Expect(usage.Section("Needs attention")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);

        await session.Page.SetViewportSizeAsync(1440, 900);
        await new Frame(session.Page).RailLink("Usage").ClickAsync();
        await Expect(usage.Chart("Spend by day")).ToBeVisibleAsync();
        await usage.ShowValues.ClickAsync();
        await Expect(usage.Values).ToBeVisibleAsync();
        await Expect(usage.Section("Limits of the Starter plan")).ToContainTextAsync("agent.meter_tok");
        await Looks.ShouldBeFlawlessAsync(session);
        await session.Page.SetViewportSizeAsync(1440, 900);

        await portal.ReportJobAsync(customer);
        await Expect(usage.Section("Jobs")).ToContainTextAsync("3");
        await usage.GroupBy("Member").ClickAsync();
        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{UsagePage.Path}?by=member"));
        await ShouldExportAsync(session, usage);
        await usage.Link("ana").ClickAsync();
        await Expect(session.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/jobs\\?from=.*&member=ana&to="));
        await Expect(new JobsList(session.Page).Links).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Without_jobs_and_plan_the_page_says_so_and_an_operator_sees_the_same_read_only()
    {
        var customer = await portal.AddCustomerAsync("Quiet Ltd");
        await using var session = await portal.SignInAsync(Person.Admin, $"/admin/customers/{customer}{UsagePage.Path}");
        await session.InteractiveAsync();

        await Expect(new UsagePage(session.Page).Empty).ToBeVisibleAsync();
        await Expect(session.Page.GetByText("No billing period runs")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await session.Page.SetViewportSizeAsync(1440, 900);

        await session.Page.GotoAsync(portal.AddressOf($"/admin/customers/{customer}/overview"));
        await Expect(session.Page.GetByText("there is no plan yet")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
    }

    private static async Task ShouldExportAsync(BrowserSession session, UsagePage usage)
    {
        var report = await session.Page.RunAndWaitForDownloadAsync(() => usage.Link("Export PDF").ClickAsync());
        report.SuggestedFilename.Should().MatchRegex(@"^usage-\d{4}-\d\d-\d\d\.pdf$");
        var list = await session.Page.RunAndWaitForDownloadAsync(() => usage.Link("Export CSV").ClickAsync());
        CsvText.Parse(await File.ReadAllTextAsync(await list.PathAsync())).Select(line => line[1]).Should().BeEquivalentTo("name", "ana", "");
        await Expect(new Frame(session.Page).Dialog).ToContainTextAsync("2 rows exported");
        await new Frame(session.Page).CloseWithEscapeAsync();
    }

    private async Task SubscribeAsync(Guid customer)
    {
        var services = portal.Services;
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var find = new NpgsqlCommand("select id from plan_versions where plan_code = 'starter' order by version desc limit 1", connection);
        var chosen = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = customer,
            PlanVersionId = (Guid)(await find.ExecuteScalarAsync() ?? throw new InvalidOperationException("There is no plan.")),
            Interval = BillingInterval.Month,
            CreatedAt = now,
        };
        await SubscriptionRows.InsertAsync(connection, chosen, CancellationToken.None);
        await services.GetRequiredService<SubscriptionEngine>().ActivateAsync(db, chosen.Id, now, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
