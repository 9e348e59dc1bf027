using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Several instances are one portal: nobody can tell which of them answered.</summary>
public sealed class TwoInstancesTests(PortalPair portals) : IClassFixture<PortalPair>
{
    [Fact]
    public async Task A_job_reported_to_one_shows_on_the_overview_of_the_other_where_the_sign_in_holds_too()
    {
        await portals.ReportJobAtFirstAsync();
        await using var session = await portals.SignInAtFirstAsync(Person.Admin, CustomersPage.Path);
        await session.Page.GotoAsync(portals.AtSecond($"{OverviewPage.Path}?period=today"));
        var overview = new OverviewPage(session.Page);
        await Expect(overview.Figure("Spend")).Not.ToBeEmptyAsync();
        var before = int.Parse(await overview.Figure("Jobs").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await portals.ReportJobAtFirstAsync();

        await Expect(overview.Figure("Jobs")).ToHaveTextAsync($"{before + 1}");
        session.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_rate_card_published_at_one_is_announced_to_who_edits_it_at_the_other()
    {
        await using var mine = await portals.SignInAtFirstAsync(await portals.People.AddOperatorAsync("Carl Berg", PlatformRole.Admin), RateCardEditor.Path);
        await using var theirs = await portals.SignInAtFirstAsync(await portals.People.AddOperatorAsync("Ana Lima", PlatformRole.Admin), RateCardEditor.Path);
        await mine.Page.GotoAsync(portals.AtSecond(RateCardEditor.Path));
        var (card, colleague) = (new RateCardEditor(mine.Page), new RateCardEditor(theirs.Page));
        await card.TypeAsync("Markup", "openai:gpt-4", "30");

        await colleague.TypeAsync("Markup", "house_vllm:default", "250");
        await colleague.PublishAsync("The house is cheaper now");

        await Expect(mine.Page.GetByText("Ana Lima published version 2")).ToBeVisibleAsync();
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Show version 2" }).ClickAsync();
        await Expect(card.Cell("Markup", "house_vllm:default")).ToHaveValueAsync("250");
        await Expect(card.Cell("Markup", "openai:gpt-4")).ToHaveValueAsync("30");
        await Expect(mine.Page.GetByRole(AriaRole.Button, new() { Name = "Show version 2" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_the_database_is_away_the_figures_stay_and_afterwards_they_go_on_by_themselves()
    {
        await portals.ReportJobAtFirstAsync();
        await using var session = await portals.SignInAtFirstAsync(Person.Admin, $"{OverviewPage.Path}?period=today");
        var overview = new OverviewPage(session.Page);
        await Expect(overview.Figure("Spend")).Not.ToBeEmptyAsync();

        await using (await DatabaseOutage.BeginAsync(portals.Database))
        {
            await Expect(overview.Away).ToBeVisibleAsync();
            await Expect(overview.Figure("Spend")).Not.ToBeEmptyAsync();
        }

        await Expect(overview.Away).ToHaveCountAsync(0);
    }
}
