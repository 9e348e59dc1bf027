using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OpsCenter.Portal.Tests.Browser.Pages;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpsCenter.Portal.Tests.Browser;

/// <summary>Agents: switched off, changed by two at once, and given a ceiling.</summary>
public sealed class AgentTests(PortalInBrowser portal) : IClassFixture<PortalInBrowser>
{
    [Fact]
    public async Task An_agent_is_disabled_after_its_effect_was_confirmed_and_its_finished_jobs_are_priced_and_flagged()
    {
        var customer = await portal.AddCustomerAsync("Northwind Research and Analytics");
        await using var session = await portal.SignInAsync(Person.Admin, AgentsPage.Path);
        var (agents, frame) = (new AgentsPage(session.Page), new Frame(session.Page));
        await session.InteractiveAsync();
        await Expect(agents.Row("code_generator")).ToContainTextAsync("Enabled");
        await Looks.ShouldBeFlawlessAsync(session);

        await agents.Switch("Code Generator").PressAsync("Space");
        await Expect(frame.Dialog).ToContainTextAsync("Brigade starts no more jobs with it");
        await frame.DialogButton("Cancel").ClickAsync();
        await Expect(agents.Switch("Code Generator")).ToBeCheckedAsync();
        await agents.Switch("Code Generator").PressAsync("Space");
        await frame.DialogButton("Disable").ClickAsync();

        await Expect(agents.Row("code_generator")).ToContainTextAsync("Disabled");
        await Expect(agents.Switch("Code Generator")).Not.ToBeCheckedAsync();
        var job = await portal.ReportJobAsync(customer, ("agent_name", "code_generator"));
        await session.Page.GotoAsync(portal.AddressOf("/jobs?agent=code_generator"));
        await Expect(session.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Agent was disabled" })).ToContainTextAsync("Priced");
        await session.Page.GotoAsync(portal.AddressOf(job.ReceiptUrl.AbsolutePath));
        await Expect(session.Page.GetByText("Agent was disabled.")).ToBeVisibleAsync();
        await Expect(session.Page.GetByText("Version 2", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_edits_second_is_told_by_name_loses_nothing_typed_and_both_changes_are_on_the_rate_card()
    {
        await using var first = await portal.SignInAsync(Person.Admin, $"{AgentsPage.Path}?q=research");
        await using var second = await portal.SignInAsync(
            await portal.People.AddOperatorAsync("Ben Okoye", Domain.Accounts.PlatformRole.Admin), $"{AgentsPage.Path}?q=research");
        var (ana, ben) = (new AgentsPage(first.Page), new AgentsPage(second.Page));
        await first.InteractiveAsync();
        await second.InteractiveAsync();
        await ana.OpenDialogAsync("Research Pro");
        await ana.Field("rate_per_1k").FillAsync("0.009");
        await ben.OpenDialogAsync("Research Pro");
        await ben.Field("min_fee").FillAsync("0.05");
        await ben.Button("Publish changes").ClickAsync();
        await Expect(ben.Row("research_pro")).ToContainTextAsync("$0.05");

        await ana.Button("Publish changes").ClickAsync();
        await Expect(new Frame(first.Page).Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ben Okoye changed this");
        await Expect(ana.Field("rate_per_1k")).ToHaveValueAsync("0.009");
        await Expect(ana.Field("min_fee")).ToHaveValueAsync("0.05");
        await Looks.ShouldBeFlawlessAsync(first);
        await ana.Button("Publish changes").ClickAsync();

        await Expect(ana.Row("research_pro")).ToContainTextAsync("$0.009");
        await first.Page.GotoAsync(portal.AddressOf("/admin/system/rate-card"));
        await Expect(first.Page.GetByLabel("Rate of research_pro")).ToHaveValueAsync("0.009");
        await Expect(first.Page.GetByLabel("Minimum fee of research_pro")).ToHaveValueAsync("0.05");
    }

    [Fact]
    public async Task The_page_of_an_agent_shows_its_figures_as_they_come_and_a_ceiling_that_was_tried_is_used()
    {
        var customer = await portal.AddCustomerAsync("Contoso Labs");
        await portal.ReportJobAsync(customer);
        await portal.ReportJobAsync(customer, ("input_tokens", 60_000), ("status", "failed"));
        await using var session = await portal.SignInAsync(Person.Admin, $"{AgentsPage.Path}/research_pro");
        var agents = new AgentsPage(session.Page);
        await session.InteractiveAsync();
        await Expect(session.Page.GetByRole(AriaRole.Group, new() { Name = "Success rate" })).ToContainTextAsync("50 %");
        await Expect(agents.Effect).ToBeVisibleAsync();
        await Looks.ShouldBeFlawlessAsync(session);
        await portal.ReportJobAsync(customer);
        await Expect(session.Page.GetByRole(AriaRole.Group, new() { Name = "Success rate" })).ToContainTextAsync("66.7 %");

        await agents.Slider.FocusAsync();
        await session.Page.Keyboard.PressAsync("Home");
        await Expect(agents.Effect).ToContainTextAsync("100 %");
        await session.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(agents.Effect).ToContainTextAsync("33.3 % of the last 30 days' jobs would have stopped (1 of 3)");
        await agents.Button("Use this ceiling…").ClickAsync();
        await Expect(agents.Field("max_job_cost")).ToHaveValueAsync(new Regex("^2\\.[0-9]$"));
        await agents.Button("Publish changes").ClickAsync();

        await Expect(agents.Facts).ToContainTextAsync(new Regex("a job may cost \\$2\\.[0-9]0"));
    }
}
