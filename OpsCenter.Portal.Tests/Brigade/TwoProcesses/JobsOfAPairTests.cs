using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Playwright;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Tests.Browser;
using OpsCenter.Portal.Tests.Browser.Pages;
using OpsCenter.Portal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.Brigade.TwoProcesses;

/// <summary>Jobs on their way through two processes: executed by one, priced by the other, exact to the last digit.</summary>
public sealed class JobsOfAPairTests(PairOfProcesses pair, ChromiumFixture chromium) : IClassFixture<PairOfProcesses>, IClassFixture<ChromiumFixture>
{
    private static readonly RateCardRowKey ResearchPro = RateCardRowKey.Agent("research_pro");
    private static readonly RateCardRowKey CodeGenerator = RateCardRowKey.Agent("code_generator");
    private static readonly RateCardRowKey House = RateCardRowKey.Route("house_vllm", "default");

    // 6,000 tokens.
    private static readonly string LongInput = "[[output=2000]]".PadRight(24_000, '.');

    [Fact]
    public async Task A_job_is_executed_posted_priced_and_seen()
    {
        var customer = await pair.CustomerAsync();

        var (status, job) = await pair.JobAsync(customer, LongInput, ("tools", new JsonArray(new JsonObject { ["tool"] = "web.search", ["units"] = 3 })));
        var id = job["job_id"]!.GetValue<string>();
        await PairOfProcesses.UntilAsync(async () => TextOf(await pair.FindJobAsync(id), "price", "status") == "priced");

        status.Should().Be(HttpStatusCode.OK);
        // 6 × 0.008 + 2 × 0.016; 8 × 0.008; 3 × 0.01.
        FeesOf(await pair.FindJobAsync(id)).Should().Be("0.08 0.064 0.03 0.174");
        FeesOf(job).Should().Be("0.08 0.064 0.03 0.174");
        (await LedgerAsync(customer)).Should().Be("1 0.08 0.064 0.03 0.174");
        (await pair.ScalarAsync<string>("select metadata ->> 'route_reason' from usage_events where job_id = $1", id)).Should().Be("class_order");
    }

    [Fact]
    public async Task A_published_price_and_a_switched_agent_are_obeyed_without_a_restart()
    {
        var customer = await pair.CustomerAsync();

        var version = await pair.PublishAsync(ResearchPro, (AgentRate, "0.009"));
        await PairOfProcesses.UntilAsync(async () => VersionOf((await pair.JobAsync(customer, "Hello")).Body) == version);
        var dearer = (await pair.JobAsync(customer, LongInput)).Body;
        await pair.PublishAsync(CodeGenerator, (Active, "false"));
        await PairOfProcesses.UntilAsync(async () => (await pair.JobAsync(customer, "Hello", ("agent", "code_generator"))).Status is HttpStatusCode.Conflict);
        await pair.PublishAsync(ResearchPro, (AgentRate, "0.008"));
        var last = await pair.PublishAsync(CodeGenerator, (Active, "true"));
        await PairOfProcesses.UntilAsync(async () => (await pair.StatusAsync())["card_version"]!.GetValue<int>() == last);

        FeesOf(dearer).Should().Be("0.08 0.072 0 0.152");
        await pair.DrainedAsync();
        (await pair.ScalarAsync<long>("select count(*) from ledger_entries where rate_card_version = $1 and agent_fee = 0.072", version)).Should().Be(1);
    }

    [Fact]
    public async Task Own_key_before_house_before_frontier_each_with_its_reason()
    {
        var (keyed, refused, plain) = (await pair.CustomerAsync(), await pair.CustomerAsync(), await pair.CustomerAsync());
        await AddKeyAsync(keyed, "sk-own-key-of-the-customer-0001");
        await AddKeyAsync(refused, "sk-own-key-that-is-revoked-refused");

        var own = (await pair.JobAsync(keyed, LongInput)).Body;
        var fallback = (await pair.JobAsync(refused, LongInput)).Body;
        var house = (await pair.JobAsync(plain, LongInput)).Body;
        var off = await pair.PublishAsync(House, (Active, "false"));
        await PairOfProcesses.UntilAsync(async () => (await pair.StatusAsync())["card_version"]!.GetValue<int>() == off);
        var frontier = (await pair.JobAsync(plain, LongInput)).Body;
        var on = await pair.PublishAsync(House, (Active, "true"));
        await PairOfProcesses.UntilAsync(async () => (await pair.StatusAsync())["card_version"]!.GetValue<int>() == on);

        new[] { own, fallback, house, frontier }.Select(ChoiceOf).Should().Equal(
            "openai:gpt-4 byok own_key ",
            "house_vllm:default house class_order key_refused",
            "house_vllm:default house class_order ",
            "openai:gpt-4 frontier next_class ");
        FeesOf(own).Should().Be("0 0.064 0 0.064");
        await pair.DrainedAsync();
        (await LedgerAsync(keyed)).Should().Be("1 0 0.064 0 0.064");
        (await LedgerAsync(refused)).Should().Be("1 0.08 0.064 0 0.144");
    }

    [Fact]
    public async Task A_ceiling_refuses_before_and_stops_during_a_job()
    {
        var customer = await pair.CustomerAsync();

        var (before, refusal) = await pair.JobAsync(customer, LongInput, ("max_cost", "0.01"));
        // 1,000 tokens of input and 4,000 of output would cost 0.112.
        var (_, stopped) = await pair.JobAsync(customer, "[[output=4000]]".PadRight(4_000, '.'), ("max_cost", "0.05"));

        before.Should().Be(HttpStatusCode.UnprocessableEntity);
        (TextOf(refusal, "code"), TextOf(refusal, "ceiling")).Should().Be(("ceiling_exceeded", "0.01"));
        (TextOf(stopped, "status"), TextOf(stopped, "ended_by", "code")).Should().Be(("aborted", "ceiling"));
        await pair.DrainedAsync();
        (await pair.ScalarAsync<decimal>("select sum(total) from ledger_entries where organization_id = $1", customer)).Should().BeInRange(0.04m, 0.05m);
        (await pair.ScalarAsync<string>("select status from usage_events where organization_id = $1", customer)).Should().Be("aborted");
    }

    [Fact]
    public async Task An_agent_made_in_the_page_takes_jobs_shows_them_and_obeys_what_is_changed_there()
    {
        var customer = await pair.CustomerAsync();
        await using var session = await BrowserSession.OpenAsync(chromium, new Uri(pair.Pages, "/admin/system/agents"));
        var (page, frame) = (session.Page, new Frame(session.Page));
        await new SignInPage(page).SignInAsync(Person.Admin);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Code Generator" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New agent" }).ClickAsync();
        await Expect(page.Locator("#agent-name")).ToBeFocusedAsync();
        await page.Locator("#agent-name").FillAsync("librarian");
        await page.Locator("#agent-display-name").FillAsync("Librarian");
        await frame.DialogButton("Add agent").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Librarian" }).ClickAsync();
        await Expect(page.GetByText("No jobs yet")).ToBeVisibleAsync();
        await PairOfProcesses.UntilAsync(async () => (await JobAsync()).Status is HttpStatusCode.OK);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Jobs", Exact = true })).ToContainTextAsync("1");

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        // Until the dialog has taken the focus it would take it from what is being typed.
        await Expect(page.Locator("#agent-display-name")).ToBeFocusedAsync();
        await page.Locator("#agent-rate-per-1k").FillAsync("0.007");
        await frame.DialogButton("Publish changes").ClickAsync();
        await Expect(page.GetByText("$0.007 per 1K tokens")).ToBeVisibleAsync();
        var version = await pair.ScalarAsync<int>("select max(version) from rate_card_versions");
        await PairOfProcesses.UntilAsync(async () => VersionOf((await JobAsync()).Body) == version);

        await frame.RailLink("Agents").ClickAsync();
        var takesJobs = page.GetByRole(AriaRole.Switch, new() { Name = "Librarian takes jobs" });
        await takesJobs.ClickAsync(new() { Force = true });
        await frame.DialogButton("Disable").ClickAsync();
        await Expect(takesJobs).Not.ToBeCheckedAsync();
        await PairOfProcesses.UntilAsync(async () => (await JobAsync()).Status is HttpStatusCode.Conflict);
        session.ShouldHaveNoComplaints();

        Task<(HttpStatusCode Status, JsonNode Body)> JobAsync() => pair.JobAsync(customer, "Hello", ("agent", "librarian"));
    }

    private async Task AddKeyAsync(Guid customer, string secret)
    {
        var owner = new Actor.User(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), null, customer, OrganizationRole.Owner);

        var outcome = await pair.Get<AddProviderKey>().HandleAsync(owner, customer, "openai", "Ours", secret, CancellationToken.None);

        outcome.Should().BeOfType<ProviderKeyOutcome.Done>();
    }

    private async Task<string> LedgerAsync(Guid customer) => await pair.ScalarAsync<string>(
        """
        select concat_ws(' ', count(*), trim_scale(sum(llm_fee)), trim_scale(sum(agent_fee)), trim_scale(sum(tools_fee)), trim_scale(sum(total)))
        from ledger_entries where organization_id = $1
        """,
        customer);

    private static string FeesOf(JsonNode job) => string.Join(' ', new[] { "llm_fee", "agent_fee", "tools_fee", "total" }.Select(fee => TextOf(job, "price", fee)));

    private static string ChoiceOf(JsonNode job) => string.Join(' ', new[] { "route", "class", "reason", "byok_fallback" }.Select(part => TextOf(job, "routing", part)));

    private static int? VersionOf(JsonNode job) => job["price"]?["rate_card_version"]?.GetValue<int>();

    private static string? TextOf(JsonNode json, params string[] path) => path.Aggregate((JsonNode?)json, (node, name) => node?[name])?.GetValue<string>();
}
