using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Agents;
using OpsCenter.Portal.Shell.Widgets;
using Xunit;

namespace OpsCenter.Portal.Tests.Agents;

public sealed class AgentQueriesTests(AgentsFixture fixture) : IClassFixture<AgentsFixture>, IAsyncLifetime
{
    // Two jobs at 0.469 and 0.453 for the two agents (0.008 and 0.006 per 1K of 8,000 tokens), once for the class.
    public async Task InitializeAsync()
    {
        if ((await fixture.Get<AgentQueries>().FindAsync(AgentsFixture.Admin, "research_pro", CancellationToken.None))!.Use.Jobs > 0)
            return;

        await fixture.RecordAsync("research_pro");
        await fixture.RecordAsync("research_pro", AgentsFixture.Now.AddDays(-29));
        await fixture.RecordAsync("research_pro", AgentsFixture.Now.AddDays(-30));
        await fixture.VoidAsync(await fixture.RecordAsync("research_pro", AgentsFixture.Now.AddDays(-2)));
        await fixture.RecordAsync("code_generator", change: usage => usage with { Status = JobStatus.Failed });
        await fixture.RecordAsync("writer");
        await fixture.RecordAsync("nobody_knows");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_agent_that_is_or_was_on_the_card_is_listed_with_its_state_rate_and_use()
    {
        var list = await ListAsync();

        list.Rows.Select(row => (row.Price.Name, row.State, row.RatePer1K, row.HasDefaultRate)).Should().Equal(
            ("code_generator", AgentState.Disabled, 0.006m, false),
            ("writer", AgentState.Archived, 0.005m, true),
            ("research_pro", AgentState.Enabled, 0.008m, false));
        (list.Total, list.All, list.Page, list.PageCount).Should().Be((3, 3, 1, 1));
    }

    [Fact]
    public async Task Use_is_of_thirty_days_today_included_with_failed_and_held_jobs_and_without_what_was_reversed()
    {
        var uses = (await ListAsync()).Rows.ToDictionary(row => row.Price.Name, row => (row.Use.Jobs, row.Use.Tokens, row.Use.Revenue));

        uses["research_pro"].Should().Be((3L, 24_000L, new Money(0.938m, Currency.Usd)));
        uses["code_generator"].Should().Be((1L, 8_000L, new Money(0.453m, Currency.Usd)));
        uses["writer"].Should().Be((1L, 8_000L, Money.Zero(Currency.Usd)));
    }

    [Theory]
    [InlineData("PRO", "research_pro")]
    [InlineData("ghost", "writer")]
    [InlineData("e_g", "code_generator")]
    [InlineData("%")]
    public async Task A_search_looks_for_a_part_of_either_name_whatever_its_case(string search, params string[] expected) =>
        (await ListAsync(search: search)).Rows.Select(row => row.Price.Name).Should().Equal(expected);

    [Theory]
    [InlineData(AgentState.Enabled, "research_pro")]
    [InlineData(AgentState.Disabled, "code_generator")]
    [InlineData(AgentState.Archived, "writer")]
    public async Task A_status_leaves_the_others_out_and_says_how_many_there_are_at_all(AgentState state, string expected)
    {
        var list = await ListAsync(state: state);

        list.Rows.Select(row => row.Price.Name).Should().Equal(expected);
        (list.Total, list.All).Should().Be((1, 3));
    }

    [Theory]
    [InlineData(AgentSort.Name, "code_generator", "writer", "research_pro")]
    [InlineData(AgentSort.NameDescending, "research_pro", "writer", "code_generator")]
    [InlineData(AgentSort.Rate, "writer", "code_generator", "research_pro")]
    [InlineData(AgentSort.RateDescending, "research_pro", "code_generator", "writer")]
    [InlineData(AgentSort.Jobs, "code_generator", "writer", "research_pro")]
    [InlineData(AgentSort.JobsDescending, "research_pro", "code_generator", "writer")]
    [InlineData(AgentSort.Revenue, "writer", "code_generator", "research_pro")]
    [InlineData(AgentSort.RevenueDescending, "research_pro", "code_generator", "writer")]
    public async Task It_is_sorted_as_asked_and_equals_by_name(AgentSort sort, params string[] expected) =>
        (await ListAsync(sort: sort)).Rows.Select(row => row.Price.Name).Should().Equal(expected);

    [Theory]
    [InlineData(1, 1, "code_generator", "writer")]
    [InlineData(2, 2, "research_pro")]
    [InlineData(9, 2, "research_pro")]
    public async Task Pages_follow_each_other_and_beyond_the_last_is_the_last(int asked, int shown, params string[] expected)
    {
        var list = await fixture.Get<AgentQueries>().ListAsync(AgentsFixture.Admin, new AgentFilter(null, null, AgentSort.Name, asked, 2), CancellationToken.None);

        list.Rows.Select(row => row.Price.Name).Should().Equal(expected);
        (list.Page, list.PageCount, list.Total).Should().Be((shown, 2, 3));
    }

    [Fact]
    public async Task One_agent_is_found_by_its_exact_name()
    {
        var queries = fixture.Get<AgentQueries>();

        (await queries.FindAsync(AgentsFixture.Admin, "writer", CancellationToken.None)).Should().Match<AgentRow>(
            row => row.State == AgentState.Archived && row.Price.MinFee == 0.2m && row.Use.Jobs == 1);
        (await queries.FindAsync(AgentsFixture.Admin, "Writer", CancellationToken.None)).Should().BeNull();
        (await queries.FindAsync(AgentsFixture.Admin, "nobody_knows", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task The_file_has_what_the_address_asks_for_on_one_sheet()
    {
        var sheet = new AgentExport(fixture.Get<AgentQueries>()).Open(
            AgentsFixture.Admin, UrlQuery.Of("http://localhost/exports/agents?status=archived&size=20"), CancellationToken.None);

        var rows = await sheet.Rows.ToListAsync();

        sheet.Columns.Take(4).Should().Equal("agent", "display_name", "description", "status");
        rows.Should().ContainSingle().Which.Select(cell => cell.Content).Should().Equal(
            "writer", "Ghost Writer", "", "archived", "0.005", "true", "0.2", "", "", "bill", "1", "8000", "0", "USD");
    }

    [Fact]
    public async Task Who_is_no_operator_sees_no_agents()
    {
        foreach (var actor in (Actor[])[AgentsFixture.MemberOf(fixture.Acme), new Actor.Machine(Guid.Empty, "brigade", MachineScopes.UsageWrite)])
        {
            var list = () => fixture.Get<AgentQueries>().ListAsync(actor, new AgentFilter(null, null, AgentSort.Name), CancellationToken.None);
            var find = () => fixture.Get<AgentQueries>().FindAsync(actor, "research_pro", CancellationToken.None);

            await list.Should().ThrowAsync<AccessDeniedException>();
            await find.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private Task<AgentList> ListAsync(string? search = null, AgentState? state = null, AgentSort sort = AgentSort.Name) =>
        fixture.Get<AgentQueries>().ListAsync(AgentsFixture.Admin, new AgentFilter(search, state, sort), CancellationToken.None);
}
