using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What each role sees, and what is absent for it.</summary>
public sealed class RoleTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Finance_reads_the_rate_card_and_cannot_touch_it()
    {
        var person = await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance);
        await using var session = await portal.SignInAsync(person, RateCardEditor.Path);
        var page = session.Page;

        await Expect(page.GetByText("Read-only", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(new RateCardEditor(page).InputPrice("gpt-4")).ToHaveAccessibleNameAsync("0.0375");
        await Expect(page.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToHaveCountAsync(0);
        await Expect(new RateCardEditor(page).Bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Finance_corrects_no_jobs_and_makes_no_customers()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        var person = await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance);
        await using var session = await portal.SignInAsync(person, job.ReceiptUrl.AbsolutePath);

        await Expect(new ReceiptPage(session.Page).Total).ToHaveTextAsync("$0.469");
        await Expect(new ReceiptPage(session.Page).More).ToHaveCountAsync(0);
        await new Frame(session.Page).RailLink("Customers").ClickAsync();
        await new CustomersPage(session.Page).ReadyAsync();

        await Expect(new CustomersPage(session.Page).New).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_member_sees_the_jobs_of_their_organisation_without_cost_and_margin()
    {
        var (own, foreign) = (await portal.AddCustomerAsync("Contoso Labs"), await portal.AddCustomerAsync("Northwind Research"));
        var (job, other) = (await portal.ReportJobAsync(own), await portal.ReportJobAsync(foreign));
        var person = await portal.People.AddMemberAsync("Mia Okoye", own, OrganizationRole.Member);
        await using var session = await portal.SignInAsync(person, JobsList.Path);
        var (list, receipt) = (new JobsList(session.Page), new ReceiptPage(session.Page));

        await Expect(list.Row(job)).ToContainTextAsync("$0.469");
        await Expect(list.Row(other)).ToHaveCountAsync(0);
        await Expect(list.Table.GetByRole(AriaRole.Columnheader, new() { Name = "Margin" })).ToHaveCountAsync(0);
        await list.Row(job).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(receipt.Total).ToHaveTextAsync("$0.469");

        await Expect(receipt.Cost).ToHaveCountAsync(0);
        await Expect(receipt.Margin).ToHaveCountAsync(0);
        await Expect(receipt.Trace).Not.ToContainTextAsync("Margin");
        await Expect(receipt.More).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_receipt_of_another_customer_does_not_exist_for_a_member()
    {
        var job = await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        var person = await portal.People.AddMemberAsync("Mia Okoye", await portal.AddCustomerAsync("Contoso Labs"), OrganizationRole.Owner);
        await using var session = await portal.SignInAsync(person, JobsList.Path);

        var answer = await session.Page.GotoAsync(job.ReceiptUrl.ToString());

        Assert.Equal(404, answer?.Status);
        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("Page not found");
        await Expect(session.Page.GetByText("0.469")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(RateCardEditor.Path)]
    [InlineData(CustomersPage.Path)]
    public async Task A_member_has_no_access_to_pages_of_operators(string path)
    {
        var person = await portal.People.AddMemberAsync("Mia Okoye", await portal.AddCustomerAsync("Contoso Labs"), OrganizationRole.Owner);
        await using var session = await portal.SignInAsync(person, path);

        await Expect(new Frame(session.Page).Heading).ToHaveTextAsync("You do not have access to this page");
        await Expect(new Frame(session.Page).RailLink("Rate card")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back()
    {
        await using var session = await portal.OpenAsync($"{JobsList.Path}?state=held");
        await Expect(new SignInPage(session.Page).Heading).ToBeVisibleAsync();

        await new SignInPage(session.Page).SignInAsync(Person.Admin);

        await Expect(session.Page).ToHaveURLAsync(portal.AddressOf($"{JobsList.Path}?state=held"));
        session.ShouldHaveNoComplaints();
    }
}
