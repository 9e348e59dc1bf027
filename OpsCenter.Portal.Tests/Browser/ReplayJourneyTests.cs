using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Prices are tried on real jobs before they are published, and held against what happened afterwards.</summary>
public sealed class ReplayJourneyTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_draft_is_replayed_published_and_compared_with_what_happened()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research");
        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer, ("route_used", "house_vllm:default"));
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ana Sousa", PlatformRole.Admin), RateCardEditor.Path);
        var (editor, replay) = (new RateCardEditor(session.Page), new ReplayPage(session.Page));
        await session.InteractiveAsync();

        await editor.TypeAsync("Markup", "openai:gpt-4", "50");
        await editor.TypeAsync("Markup", "house_vllm:default", "200");
        await editor.Bar.GetByRole(AriaRole.Link, new() { Name = "Replay" }).ClickAsync();
        await replay.Run.ClickAsync();

        // 0.469 + 0.174 become 0.544 + 0.154; the cost of 0.315 + 0.035 stays.
        await Expect(replay.Figure("Revenue")).ToContainTextAsync("$0.70");
        await Expect(replay.Figure("Revenue")).ToContainTextAsync("from $0.64");
        await Expect(replay.Figure("Cost")).ToContainTextAsync("Unchanged");
        await Expect(replay.Row("openai:gpt-4")).ToContainTextAsync("+$0.08");
        await Expect(replay.Row("house_vllm:default")).ToContainTextAsync("-$0.02");
        await Looks.ShouldBeFlawlessAsync(session);
        await session.Page.SetViewportSizeAsync(1440, 900);

        await replay.GroupBy("Customers").ClickAsync();
        await Expect(replay.Row("Northwind Research")).ToContainTextAsync("+$0.06");
        await session.Page.ReloadAsync();
        await Expect(replay.Row("Northwind Research")).ToContainTextAsync("+$0.06");

        await session.Page.GotoAsync(portal.AddressOf(RateCardEditor.Path));
        await session.InteractiveAsync();
        await editor.PublishAsync("Dearer gpt-4");
        await portal.ReportJobAsync(customer);
        await session.Page.GotoAsync(portal.AddressOf(ReplayPage.Path + "?version=2"));
        await session.InteractiveAsync();

        var compared = session.Page.GetByRole(AriaRole.Region, new() { Name = "Predicted and actual figures" });
        await Expect(compared.GetByRole(AriaRole.Row, new() { Name = "All routes" })).ToContainTextAsync("$0.349");
        await Expect(compared.GetByRole(AriaRole.Row, new() { Name = "All routes" })).ToContainTextAsync("$0.544");
        await Looks.ShouldBeFlawlessAsync(session);
    }
}
