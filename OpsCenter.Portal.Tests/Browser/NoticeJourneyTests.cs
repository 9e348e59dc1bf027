using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Usage.Duplicates;
using OpsCenter.Portal.Usage.Notices;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>A report that was sent twice without a key is noticed, and the money given back with one click.</summary>
public sealed class NoticeJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_likely_duplicate_is_noticed_and_given_back()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research");
        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer);
        await FindAsync();
        await using var session = await portal.SignInAsync(Person.Admin, "/admin/overview");
        var (page, frame) = (session.Page, new Frame(session.Page));

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Notices, [1-9]") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 job looks as if reported twice" })).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open\\s*: 1 job looks") }).ClickAsync();
        await Expect(frame.Heading).ToHaveTextAsync("Likely duplicates");
        await Looks.ShouldBeFlawlessAsync(session);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it back" }).ClickAsync();

        await Expect(frame.Toast).ToContainTextAsync("given back to Northwind Research");
        await Expect(page.GetByText("Nothing looks as if reported twice")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        session.ShouldHaveNoComplaints();
    }

    // As the worker does a minute later: the reports are made to have arrived that long ago.
    private async Task FindAsync()
    {
        var system = new Actor.System("duplicates");
        await portal.Services.GetRequiredService<FindDuplicates>().HandleAsync(system, CancellationToken.None);
        await using var command = portal.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            insert into likely_duplicates (event_id, occurred_at, original_event_id, organization_id, found_at)
            select later.event_id, later.occurred_at, earlier.event_id, later.organization_id, now()
            from usage_events later join usage_events earlier on earlier.received_at < later.received_at
            """);
        await command.ExecuteNonQueryAsync();
        await portal.Services.GetRequiredService<NoticeBoard>().RefreshAsync(CancellationToken.None);
    }
}
