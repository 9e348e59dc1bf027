using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>The page of holds and the dialogs over it, wide and narrow, light and dark.</summary>
public sealed class HoldLooksTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Holds_are_flawless()
    {
        var job = await HoldAsync();
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path);
        await Expect(new HoldsPage(session.Page).Row(job)).ToBeVisibleAsync();
        await session.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all on this page" }).CheckAsync();
        await Expect(new HoldsPage(session.Page).Selection).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Theory]
    [InlineData("?subject=nothing-of-this-name", "No hold matches")]
    [InlineData("?state=proposed", "Nothing to approve")]
    [InlineData("?state=priced", "No held job was priced yet")]
    public async Task A_list_with_nothing_in_it_is_flawless(string query, string title)
    {
        await HoldAsync();
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path + query);
        await Expect(session.Page.GetByText(title)).ToBeVisibleAsync();

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Writing_off_is_flawless()
    {
        var job = await HoldAsync();
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path);
        await new HoldsPage(session.Page).ChooseAsync(job, "Write off…");
        await Expect(new Frame(session.Page).Dialog).ToContainTextAsync("Estimate until now");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task Assigning_is_flawless()
    {
        await portal.AddCustomerAsync("Fabrikam");
        var job = await HoldAsync("crm-99");
        await using var session = await portal.SignInAsync(Person.Admin, HoldsPage.Path);
        await new HoldsPage(session.Page).ChooseAsync(job, "Assign…");
        await new HoldsPage(session.Page).ChooseCustomerAsync("Fabrikam");

        await Looks.ShouldBeFlawlessAsync(session);
    }

    private async Task<ReportedJob> HoldAsync(string? customerRef = null) => await portal.ReportJobAsync(
        await portal.AddCustomerAsync("Northwind Research"),
        customerRef is null ? ("route_used", "anthropic:claude-of-tomorrow") : ("customer_id", customerRef));
}
