using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsCenter.Brigade.Cards;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Cards;

public sealed class CustomerClientTests : IAsyncLifetime
{
    private const string Answer = """
        { "version": 1, "customer": { "id": "c-1", "status": "active", "byok_providers": [ "openai" ],
          "entitlements": { "may_start_jobs": true, "stop_reason": null, "stop_message": null, "byok": true },
          "max_job_cost": "0.4", "budget": { "may_start_jobs": false, "stop_reason": "budget", "stop_message": "The budget of $5 is used up.",
            "included_left": "28.004", "overage_left": null, "budget_left": "0" },
          "byok_keys": [ { "provider": "openai", "key": "sk-secret", "name": "ours" }, { "provider": "mistral", "key": null } ] } }
        """;

    private readonly BrigadeFixture brigade = new();

    private CustomerClient Client => brigade.Services.GetRequiredService<CustomerClient>();

    public async Task InitializeAsync()
    {
        await brigade.InitializeAsync();
        await brigade.StartAsync();
    }

    public Task DisposeAsync() => brigade.DisposeAsync();

    [Fact]
    public async Task What_a_customer_may_do_is_read()
    {
        string? query = null;
        brigade.OpsCenter.OnCard = context => WhenAskedAsync(context, asked => query = asked);

        var lookup = await Client.FindAsync("c 1&x", includeByokKeys: true, CancellationToken.None);

        query.Should().Be("?customer_id=c%201%26x&include=budget,byok_keys");
        var account = lookup.Should().BeOfType<CustomerLookup.Found>().Which.Account;
        account.Should().Match<CustomerAccount>(a => !a.MayStartJobs && a.StopReason == "budget" && a.StopMessage == "The budget of $5 is used up.");
        account.Should().Match<CustomerAccount>(a => a.Byok && a.MaxJobCost == 0.4m && a.IncludedLeft == 28.004m && a.OverageLeft == null && a.BudgetLeft == 0m);
        account.ByokProviders.Should().Equal("openai");
        account.ByokKeys.Should().Equal(new ProviderKey("openai", "sk-secret"));
        lookup.ToString().Should().NotContain("sk-secret");
    }

    [Fact]
    public async Task Without_the_scope_for_keys_the_rest_is_asked_for()
    {
        brigade.OpsCenter.OnCard = context => context.Request.QueryString.Value!.Contains("byok_keys", StringComparison.Ordinal)
            ? FakeOpsCenter.RefuseAsync(context, 403, "missing_scope")
            : context.Response.WriteAsync(Answer);

        (await Client.FindAsync("c-1", includeByokKeys: true, CancellationToken.None)).Should().BeOfType<CustomerLookup.Found>();
    }

    [Theory]
    [InlineData(404, "unknown_customer", typeof(CustomerLookup.Unknown))]
    [InlineData(404, "other", typeof(CustomerLookup.Unavailable))]
    [InlineData(403, "missing_scope", typeof(CustomerLookup.Unavailable))]
    [InlineData(503, "busy", typeof(CustomerLookup.Unavailable))]
    [InlineData(200, "no customer", typeof(CustomerLookup.Unavailable))]
    public async Task Every_other_answer_has_its_meaning(int status, string code, Type meaning)
    {
        brigade.OpsCenter.OnCard = context => FakeOpsCenter.RefuseAsync(context, status, code);

        (await Client.FindAsync("c-1", includeByokKeys: false, CancellationToken.None)).Should().BeOfType(meaning);
    }

    [Fact]
    public async Task An_Ops_Center_that_is_away_is_told_from_an_unknown_customer()
    {
        await brigade.OpsCenter.DisposeAsync();

        (await Client.FindAsync("c-1", includeByokKeys: false, CancellationToken.None)).Should().BeOfType<CustomerLookup.Unavailable>();
    }

    private static Task WhenAskedAsync(HttpContext context, Action<string?> note)
    {
        if (!context.Request.QueryString.HasValue)
            return context.Response.WriteAsync(CardJson.Of(1).ToJsonString());
        note(context.Request.QueryString.Value);
        return context.Response.WriteAsync(Answer);
    }
}
