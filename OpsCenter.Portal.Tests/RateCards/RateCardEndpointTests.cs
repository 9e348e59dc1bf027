using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.RateCards;

public sealed class RateCardEndpointTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Path = "/api/v1/pricing/rate-card";

    [Fact]
    public async Task The_seeded_card_is_read_as_the_contract_lists_it()
    {
        var (_, body) = await GetAsync(Path);

        body.GetProperty("version").GetInt32().Should().Be(1);
        body.GetProperty("currency").GetString().Should().Be("USD");
        body.GetProperty("default_agent_rate_per_1k").GetString().Should().Be("0.005");
        Rows(body, "routes", "route", "class", "input_cost_per_1k", "output_cost_per_1k", "markup_percent", "input_price_per_1k", "output_price_per_1k")
            .Should().Equal(
                "anthropic:claude-3-opus frontier 0.015 0.075 25 0.01875 0.09375",
                "house_vllm:default house 0.002 0.004 300 0.008 0.016",
                "openai:gpt-4 frontier 0.03 0.06 25 0.0375 0.075");
        Rows(body, "agents", "name", "display_name", "rate_per_1k", "min_fee", "failure_policy").Should().Equal(
            "code_generator Code Generator 0.006 0 bill", "research_pro Research Pro 0.008 0 bill");
        Rows(body, "tools", "name", "unit_type", "unit_price", "unit_cost", "meter").Should().Equal(
            "compute.sandbox second 0.0005 0.0002 tool.compute.second",
            "image.process image 0.04 0.02 tool.image.process",
            "web.search request 0.01 0.005 tool.web.request");
        body.GetProperty("routing").GetProperty("order").EnumerateArray().Select(o => o.GetString()).Should().Equal("byok", "house", "frontier");
    }

    [Fact]
    public async Task The_tag_names_the_version_and_spares_the_body()
    {
        using var client = host.CreateMachine();
        using var first = await client.GetAsync(Path);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", "W/\"rc-0\", \"rc-1\"");

        using var second = await client.GetAsync(Path);

        first.Headers.ETag!.Tag.Should().Be("\"rc-1\"");
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_customer_is_added_and_covered_by_the_tag()
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", default);
        var id = ((CreateCustomerOutcome.Created)outcome).Id;

        var (before, body) = await GetAsync($"{Path}?customer_id={id}");
        await SuspendAsync(id);
        var (after, _) = await GetAsync($"{Path}?customer_id={id}");

        body.GetProperty("customer").GetProperty("id").GetGuid().Should().Be(id);
        body.GetProperty("customer").GetProperty("byok_providers").GetArrayLength().Should().Be(0);
        before.Headers.ETag!.Tag.Should().StartWith("\"rc-1-").And.NotBe(after.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_budget_or_keys_are_of_the_moment_and_have_no_tag()
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", default);
        var id = ((CreateCustomerOutcome.Created)outcome).Id;

        var (response, body) = await GetAsync($"{Path}?customer_id={id}&include=budget,byok_keys");

        response.Headers.ETag.Should().BeNull();
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        body.GetProperty("customer").TryGetProperty("budget", out _).Should().BeTrue();
        body.GetProperty("customer").GetProperty("byok_keys").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_plan_of_the_customer_is_there_at_once_and_covered_by_the_tag()
    {
        var outcome = await host.Services.GetRequiredService<CreateCustomer>().HandleAsync(new Actor.System("test"), "Example", default);
        var id = ((CreateCustomerOutcome.Created)outcome).Id;

        var (before, without) = await GetAsync($"{Path}?customer_id={id}");
        await SubscribeAsync(id, "professional");
        var (after, with) = await GetAsync($"{Path}?customer_id={id}");
        var (_, left) = await GetAsync($"{Path}?customer_id={id}&include=budget");

        Texts(without.GetProperty("customer").GetProperty("entitlements"), "may_start_jobs", "stop_reason", "plan", "byok").Should().Be("False no_subscription  False");
        before.Headers.ETag!.Tag.Should().NotBe(after.Headers.ETag!.Tag);
        var entitlements = with.GetProperty("customer").GetProperty("entitlements");
        Texts(entitlements, "may_start_jobs", "stop_reason", "stop_message", "plan", "plan_version", "subscription_status", "byok", "audit_export", "seats", "thresholds_stop", "overage_cap")
            .Should().Be("True   professional 1 active True False 1 False 147");
        Texts(entitlements.GetProperty("thresholds"), "llm.input_tok", "llm.output_tok", "agent.meter_tok", "tool.web.request").Should().Be("1250000 625000 1875000 600");
        Texts(left.GetProperty("customer").GetProperty("budget"), "may_start_jobs", "currency", "included_left", "overage_left", "budget_left").Should().Be("True USD 40 147 ");
    }

    [Theory]
    [InlineData("?version=2", HttpStatusCode.NotFound, "unknown_version")]
    [InlineData("?customer_id=nobody", HttpStatusCode.NotFound, "unknown_customer")]
    [InlineData("?version=x", HttpStatusCode.UnprocessableEntity, "invalid_query")]
    [InlineData("?version=-1", HttpStatusCode.UnprocessableEntity, "invalid_query")]
    [InlineData("?include=budget", HttpStatusCode.UnprocessableEntity, "invalid_query")]
    [InlineData("?customer_id=a&include=prices", HttpStatusCode.UnprocessableEntity, "invalid_query")]
    public async Task What_cannot_be_answered_says_so(string query, HttpStatusCode status, string code)
    {
        var (response, body) = await GetAsync(Path + query);

        response.StatusCode.Should().Be(status);
        body.GetProperty("code").GetString().Should().Be(code);
    }

    [Fact]
    public async Task Nobody_reads_it_without_a_credential()
    {
        using var client = host.CreateMachine(token: null);

        using var response = await client.GetAsync(Path);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static IEnumerable<string> Rows(JsonElement body, string section, params string[] fields) =>
        body.GetProperty(section).EnumerateArray().Select(row => string.Join(' ', fields.Select(f => row.GetProperty(f).GetString())));

    private static string Texts(JsonElement element, params string[] fields) => string.Join(' ', fields.Select(f => element.GetProperty(f).ToString()));

    private async Task SubscribeAsync(Guid customer, string code)
    {
        var now = TimeProvider.System.GetUtcNow();
        var plan = (await host.Services.GetRequiredService<PlanQueries>().ListAsync(new Actor.System("test"), default)).Single(p => p.Code == code).Newest;
        var pending = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = customer,
            PlanVersionId = plan.Id,
            Interval = BillingInterval.Month,
            CreatedAt = now,
        };
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await SubscriptionRows.InsertAsync((NpgsqlConnection)db.Database.GetDbConnection(), pending, default);
        await host.Services.GetRequiredService<SubscriptionEngine>().ActivateAsync(db, pending.Id, now, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task<(HttpResponseMessage Response, JsonElement Body)> GetAsync(string path)
    {
        using var client = host.CreateMachine();
        var response = await client.GetAsync(path);

        return (response, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task SuspendAsync(Guid id)
    {
        var actor = new Actor.System("test");
        var found = await host.Services.GetRequiredService<CustomerQueries>().ListAsync(actor, new CustomerFilter(id.ToString()), default);
        var outcome = await host.Services.GetRequiredService<SuspendCustomer>().HandleAsync(actor, found.Rows.Single(), default);
        outcome.Should().BeOfType<ChangeCustomerOutcome.Done>();
    }
}
