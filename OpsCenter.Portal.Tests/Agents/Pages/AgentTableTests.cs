using AngleSharp.Dom;
using Bunit;
using FluentAssertions;
using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Agents;
using OpsCenter.Portal.Agents.Pages;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Tests.RateCards;
using OpsCenter.Portal.Usage.Agents;
using Xunit;

namespace OpsCenter.Portal.Tests.Agents.Pages;

public sealed class AgentTableTests : BunitContext, IAsyncLifetime
{
    private readonly IRenderedComponent<MudPopoverProvider> popovers;
    private readonly List<(AgentRow Agent, bool IsActive)> switched = [];

    public AgentTableTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        popovers = Render<MudPopoverProvider>();
    }

    [Fact]
    public void A_row_says_who_it_is_what_it_costs_and_what_it_brought_and_opens_the_agent()
    {
        var row = Table(canEdit: true, Agent(AgentState.Enabled)).Find("tbody tr");

        row.QuerySelector("a.oc-row-link")!.GetAttribute("href").Should().EndWith("/admin/system/agents/research_pro");
        row.TextContent.Should().ContainAll("Research Pro", "research_pro", "Enabled", "$0.008", "1,234", "$56.78").And.NotContain("default");
    }

    [Fact]
    public void A_rate_that_is_the_cards_is_marked()
    {
        var table = Table(canEdit: true, Agent(AgentState.Enabled) with { Price = SampleCard.ResearchPro with { RatePer1K = null }, RatePer1K = 0.005m });

        table.Find("tbody tr").TextContent.Should().ContainAll("$0.005", "default");
    }

    [Theory]
    [InlineData(AgentState.Enabled, true)]
    [InlineData(AgentState.Disabled, false)]
    public void The_switch_stands_as_the_agent_does_and_asks_for_the_other(AgentState state, bool isOn)
    {
        var table = Table(canEdit: true, Agent(state));
        var toggle = table.Find("[role=switch]");

        toggle.HasAttribute("checked").Should().Be(isOn);
        toggle.Change(!isOn);

        switched.Should().ContainSingle().Which.IsActive.Should().Be(!isOn);
    }

    [Fact]
    public void Who_only_reads_and_whatever_is_archived_has_no_switch()
    {
        Table(canEdit: false, Agent(AgentState.Enabled)).FindAll("[role=switch]").Should().BeEmpty();
        var archived = Table(canEdit: true, Agent(AgentState.Archived));
        archived.FindAll("[role=switch]").Should().BeEmpty();
        archived.Find("tbody tr").TextContent.Should().Contain("Archived");
    }

    [Fact]
    public void A_head_sorts_by_its_column_turns_round_and_goes_back_to_the_first_page()
    {
        var table = Table(canEdit: true, Agent(AgentState.Enabled), AgentSort.JobsDescending, "?page=2&sort=jobs_descending&status=enabled");

        Head(table, "Jobs").GetAttribute("aria-sort").Should().Be("descending");
        Head(table, "Jobs").QuerySelector("a")!.GetAttribute("href").Should().Contain("sort=jobs").And.NotContain("descending").And.Contain("status=enabled").And.NotContain("page=");
        Head(table, "Revenue").GetAttribute("aria-sort").Should().BeNull();
    }

    [Theory]
    [InlineData(AgentState.Enabled, true, "Show jobs", "Edit…", "Archive…")]
    [InlineData(AgentState.Archived, true, "Show jobs", "Restore…")]
    [InlineData(AgentState.Enabled, false, "Show jobs")]
    public void The_menu_has_what_can_be_done(AgentState state, bool canEdit, params string[] items)
    {
        var table = Table(canEdit, Agent(state));

        table.Find("button[aria-label='More about Research Pro']").Click();

        popovers.WaitForAssertion(() => popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim()).Should().Equal(items));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private static AgentRow Agent(AgentState state) => new(
        SampleCard.ResearchPro, state, 0.008m, new AgentUse("research_pro", 1_234, 5_000_000, new Money(56.78m, Currency.Usd)), Currency.Usd);

    private static IElement Head(IRenderedComponent<AgentTable> table, string text) => table.FindAll("th").Single(head => head.TextContent.Contains(text, StringComparison.Ordinal));

    private IRenderedComponent<AgentTable> Table(bool canEdit, AgentRow agent, AgentSort sort = AgentSort.Name, string query = "") => Render<AgentTable>(parameters => parameters
        .Add(table => table.Agents, [agent])
        .Add(table => table.Query, UrlQuery.Of($"http://localhost/admin/system/agents{query}"))
        .Add(table => table.Sort, sort)
        .Add(table => table.CanEdit, canEdit)
        .Add(table => table.OnSwitch, choice => switched.Add(choice)));
}
