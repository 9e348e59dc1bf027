using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Figures are proved, and repaired, from the overview.</summary>
public sealed class RollupTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task Roll_ups_that_differ_are_listed_and_repaired_and_flawless()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Northwind Research"));
        await using (var tamper = portal.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("update daily_rollups set jobs = jobs + 5"))
            await tamper.ExecuteNonQueryAsync();
        await using var session = await portal.SignInAsync(Person.Admin, OverviewPage.Path);
        await session.InteractiveAsync();
        var frame = new Frame(session.Page);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "More actions" }).ClickAsync();
        await session.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Verify roll-ups…" }).ClickAsync();
        await frame.DialogButton("Verify").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("daily_rollups");

        await Looks.ShouldBeFlawlessAsync(session);
        await frame.DialogButton("Repair…").ClickAsync();
        await frame.DialogButton("Repair").ClickAsync();
        await Expect(frame.Dialog).ToContainTextAsync("repaired");
        await frame.DialogButton("Verify again").ClickAsync();

        await Expect(frame.Dialog).ToContainTextAsync("agree");
        await session.Page.Keyboard.PressAsync("Escape");
        await Expect(frame.Dialog).ToHaveCountAsync(0);
    }
}
