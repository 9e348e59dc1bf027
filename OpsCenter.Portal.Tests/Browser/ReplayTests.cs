using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>What the replay warns about, and what it says when there is nothing to replay.</summary>
public sealed class ReplayTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task A_draft_that_removes_a_row_and_sells_below_cost_is_warned_about()
    {
        var customer = await portal.AddCustomerAsync("Contoso Labs");
        await portal.ReportJobAsync(customer, ("route_used", "anthropic:claude-3-opus"));
        await portal.ReportJobAsync(customer, ("status", "failed"));
        await using var session = await portal.SignInAsync(await portal.People.AddOperatorAsync("Ben Ito", PlatformRole.Admin), RateCardEditor.Path);
        var (editor, replay) = (new RateCardEditor(session.Page), new ReplayPage(session.Page));
        await session.InteractiveAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Delete anthropic:claude-3-opus" }).ClickAsync();
        await Expect(editor.Bar).ToContainTextAsync("Draft saved");

        await session.Page.GotoAsync(portal.AddressOf(ReplayPage.Path + "?period=last7days"));
        await session.InteractiveAsync();
        await replay.Run.ClickAsync();

        await Expect(replay.Note("Jobs that would be held")).ToContainTextAsync("anthropic:claude-3-opus");
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_draft_without_changes_and_a_period_without_days_say_what_to_do_and_are_flawless()
    {
        var person = await portal.People.AddOperatorAsync("Cem Aydin", PlatformRole.Admin);
        await using var session = await portal.SignInAsync(person, ReplayPage.Path);
        await Expect(session.Page.GetByText("Your draft changes nothing")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);

        await session.Page.GotoAsync(portal.AddressOf(ReplayPage.Path + "?version=1&period=custom"));

        await Expect(new ReplayPage(session.Page).Run).ToBeDisabledAsync();
        await Looks.ShouldBeFlawlessAsync(session);
    }

    [Fact]
    public async Task A_period_without_jobs_says_so()
    {
        await using var session = await portal.SignInAsync(Person.Admin, ReplayPage.Path + "?version=1&from=2020-01-01&to=2020-01-31");
        await session.InteractiveAsync();

        await new ReplayPage(session.Page).Run.ClickAsync();

        await Expect(session.Page.GetByText("No jobs in this period")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_run_that_takes_long_shows_how_far_it_is_and_is_cancelled()
    {
        await portal.ReportJobAsync(await portal.AddCustomerAsync("Initech"));
        await using var session = await portal.SignInAsync(Person.Admin, ReplayPage.Path + "?version=1&period=last90days");
        var replay = new ReplayPage(session.Page);
        await session.InteractiveAsync();
        await using var connection = await portal.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var holdUp = new NpgsqlCommand("lock table ledger_entries in access exclusive mode", connection);
        await holdUp.ExecuteNonQueryAsync();

        await replay.Run.ClickAsync();
        await Expect(session.Page.GetByText("of about")).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await replay.Cancel.ClickAsync();

        await Expect(replay.Run).ToBeFocusedAsync();
        await transaction.RollbackAsync();
        await replay.Run.ClickAsync();
        await Expect(replay.Figure("Revenue")).ToContainTextAsync("Unchanged");
    }

    [Fact]
    public async Task Finance_reads_the_comparison_of_a_version_and_cannot_run_one()
    {
        var person = await portal.People.AddOperatorAsync("Fin Marsh", PlatformRole.Finance);
        await using var session = await portal.SignInAsync(person, ReplayPage.Path + "?version=1");
        await Expect(session.Page.GetByText("Nobody replayed these prices")).ToBeVisibleAsync();

        await Expect(new ReplayPage(session.Page).Run).ToHaveCountAsync(0);
    }
}
