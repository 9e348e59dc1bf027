using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Lists and receipts with something in them, and the dialogs over them.</summary>
public sealed class FullPagesTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>, IAsyncLifetime
{
    private ReportedJob? reported;

    private ReportedJob Job => reported ?? throw new InvalidOperationException("No job was reported.");

    public async Task InitializeAsync() => reported = await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research and Analytics"));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Customers_are_flawless()
    {
        await using var session = await OpenAsync(CustomersPage.Path);
        await Expect(new CustomersPage(session.Page).Table).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_refused_new_customer_is_flawless()
    {
        await using var session = await OpenAsync(CustomersPage.Path);
        var frame = new Frame(session.Page);
        await new CustomersPage(session.Page).ReadyAsync();
        await new CustomersPage(session.Page).New.ClickAsync();
        await frame.DialogButton("Create customer").ClickAsync();
        await Expect(frame.Dialog.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Suspending_a_customer_is_flawless()
    {
        await using var session = await OpenAsync(CustomersPage.Path);
        await new CustomersPage(session.Page).ReadyAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "More about" }).First.ClickAsync();
        await session.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Suspend…" }).ClickAsync();
        await Expect(new Frame(session.Page).DialogButton("Suspend")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Jobs_are_flawless()
    {
        await using var session = await OpenAsync(JobsList.Path);
        await Expect(new JobsList(session.Page).Row(Job)).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Jobs_of_which_none_matches_are_flawless()
    {
        await using var session = await OpenAsync($"{JobsList.Path}?agent=nobody&period=custom&from=2020-01-01");
        await Expect(new JobsList(session.Page).NothingMatches).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_receipt_of_a_priced_job_is_flawless()
    {
        await using var session = await OpenAsync(Job.ReceiptUrl.AbsolutePath);
        await new ReceiptPage(session.Page).Recompute.ClickAsync();
        await Expect(session.Page.GetByText("Recomputed: agrees")).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_receipt_of_a_held_job_is_flawless()
    {
        var held = await portal.ReportJobAsync(await portal.AddCustomerAsync("Contoso Labs"), ("route_used", "openai:gpt-9"));
        await using var session = await OpenAsync(held.ReceiptUrl.AbsolutePath);
        await Expect(new ReceiptPage(session.Page).State).ToHaveTextAsync("Held");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task The_receipt_of_a_voided_job_is_flawless()
    {
        await using var session = await OpenAsync(Job.ReceiptUrl.AbsolutePath);
        await (await new ReceiptPage(session.Page).VoidAsync()).PostAsync("Reported twice by mistake");
        await Expect(new ReceiptPage(session.Page).State).ToHaveTextAsync("Voided");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Voiding_a_job_is_flawless()
    {
        await using var session = await OpenAsync(Job.ReceiptUrl.AbsolutePath);
        await new ReceiptPage(session.Page).VoidAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    private Task<BrowserSession> OpenAsync(string path) => portal.SignInAsync(Person.Admin, path);
}
