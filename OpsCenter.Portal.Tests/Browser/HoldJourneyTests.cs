using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>From a job that nobody can price to one that is charged, assigned or written off.</summary>
public sealed class HoldJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_missing_route_is_added_with_one_click_and_the_job_is_priced()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"), ("route_used", "openai:gpt-9"));
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path);
        var (page, holds, card) = (session.Page, new HoldsPage(session.Page), new RateCardEditor(session.Page));
        await Expect(holds.Row(job)).ToContainTextAsync("route openai:gpt-9");
        await Expect(holds.Group("openai:gpt-9")).ToContainTextAsync("1 job");

        await holds.Group("openai:gpt-9").GetByRole(AriaRole.Link, new() { Name = "Add to rate card" }).ClickAsync();
        await Expect(new Frame(page).Dialog.GetByLabel("Model")).ToHaveValueAsync("gpt-9");
        await Expect(new Frame(page).Dialog.GetByLabel("Provider")).ToHaveValueAsync("openai");
        await new Frame(page).DialogButton("Add model").ClickAsync();
        await card.TypeAsync("Input cost", "openai:gpt-9", "0.03");
        await card.TypeAsync("Output cost", "openai:gpt-9", "0.06");
        await card.TypeAsync("Markup", "openai:gpt-9", "25");
        await card.PublishAsync("gpt-9 is out");

        await PricedAsync(job);
        await page.GotoAsync(portal.AddressOf(HoldsPage.Path));
        await Expect(holds.Head).ToBeVisibleAsync();
        await Expect(holds.Group("openai:gpt-9")).ToHaveCountAsync(0);
        await page.GotoAsync(job.ReceiptUrl.ToString());
        await Expect(new ReceiptPage(page).Total).ToHaveTextAsync("$0.469");
        await Expect(page.GetByText("the first one that knows everything it used")).ToBeVisibleAsync();
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task All_jobs_of_a_strange_customer_are_assigned_and_priced_and_the_customer_sees_them()
    {
        var customer = await portal.AddCustomerAsync("Contoso Labs");
        var jobs = new[] { await ReportForAsync("crm-17"), await ReportForAsync("crm-17") };
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path);
        var holds = new HoldsPage(session.Page);

        await holds.Group("crm-17").GetByRole(AriaRole.Button, new() { Name = "Assign all" }).ClickAsync();
        await holds.ChooseCustomerAsync("Contoso Labs");
        await Expect(new Frame(session.Page).Dialog).ToContainTextAsync("2 jobs, $0.938");
        await new Frame(session.Page).DialogButton("Assign").ClickAsync();

        await Expect(new Frame(session.Page).Toast).ToContainTextAsync("2 jobs assigned, 2 priced");
        await Expect(holds.Group("crm-17")).ToHaveCountAsync(0);
        session.ShouldHaveNoComplaints();
        var member = await portal.People.AddMemberAsync("Mia Okoye", customer, OrganizationRole.Member);
        await using var theirs = await portal.SignInAsync(member, JobsList.Path);
        await Expect(new JobsList(theirs.Page).Row(jobs[0])).ToContainTextAsync("$0.469");
        await Expect(new JobsList(theirs.Page).Row(jobs[1])).ToContainTextAsync("$0.469");
    }

    [Fact]
    public async Task A_job_is_written_off_with_a_reason_that_stands_on_its_receipt()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Lumen Studio"), ("agent_name", "nobody"));
        await using var session = await portal.SignInAsync(Person.Admin, $"{HoldsPage.Path}?subject=nobody");
        var (holds, frame) = (new HoldsPage(session.Page), new Frame(session.Page));

        var dialog = await holds.ChooseAsync(job, "Write off…");
        await Expect(dialog).ToContainTextAsync("Estimate until now");
        await frame.DialogButton("Write off").ClickAsync();
        await Expect(dialog).ToContainTextAsync("Enter a reason.");
        await dialog.GetByLabel("Reason").FillAsync("A test of our own");
        await frame.DialogButton("Write off").ClickAsync();

        await Expect(frame.Toast).ToContainTextAsync("1 job written off");
        await Expect(holds.NothingMatches).ToBeVisibleAsync();
        await holds.Tab("Written off").ClickAsync();
        await Expect(session.Page.GetByText("A test of our own")).ToBeVisibleAsync();
        await session.Page.GotoAsync(job.ReceiptUrl.ToString());
        await Expect(session.Page.GetByText("“A test of our own”")).ToBeVisibleAsync();
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Finance_sees_holds_and_touches_none()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Harbor Legal"), ("agent_name", "somebody"));
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance), "/admin/customers");
        await new Frame(session.Page).RailLink("Holds").ClickAsync();
        var holds = new HoldsPage(session.Page);

        await Expect(holds.Row(job)).ToBeVisibleAsync();
        await Expect(session.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        await Expect(holds.Table.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(holds.Groups.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Several_jobs_are_written_off_without_a_mouse()
    {
        var customer = await portal.AddCustomerAsync("Keyboard Works");
        await portal.ReportJobAsync(customer, ("agent_name", "keys"));
        await portal.ReportJobAsync(customer, ("agent_name", "keys"));
        await using var session = await portal.SignInAsync(Person.Admin, $"{HoldsPage.Path}?subject=keys");
        var (holds, frame, keyboard) = (new HoldsPage(session.Page), new Frame(session.Page), new KeyboardOnly(session.Page));
        await Expect(holds.Table).ToBeVisibleAsync();

        await keyboard.TabToAsync(session.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all on this page" }));
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync(holds.Selection.GetByRole(AriaRole.Button, new() { Name = "Write off…" }));
        await keyboard.PressAsync("Enter");
        await keyboard.TabToAsync(frame.Dialog.GetByLabel("Reason"));
        await keyboard.TypeAsync("Nobody waits for them");
        await Expect(frame.Dialog).ToContainTextAsync("2 jobs");
        await keyboard.PressAsync("Control+Enter");

        await Expect(frame.Toast).ToContainTextAsync("2 jobs written off");
    }

    private Task<ReportedJob> ReportForAsync(string customerRef) => portal.ReportJobAsync(Guid.Empty, ("customer_id", customerRef));

    // The portal prices by itself a moment after the version was published.
    private async Task PricedAsync(ReportedJob job)
    {
        await using var command = portal.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select state from holds where event_id = $1");
        command.Parameters.AddAll(Guid.Parse(job.ReceiptUrl.Segments[^1]));
        using var patience = new CancellationTokenSource((int)ChromiumFixture.PatienceMilliseconds);

        while (await command.ExecuteScalarAsync(patience.Token) is not "priced")
            await Task.Yield();
    }
}
