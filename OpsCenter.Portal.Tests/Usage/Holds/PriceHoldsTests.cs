using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

public sealed class PriceHoldsTests(HoldsFixture fixture) : IClassFixture<HoldsFixture>
{
    [Fact]
    public async Task A_hold_is_priced_by_the_first_version_that_knows_its_price()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        await fixture.PublishAsync();
        var knowing = await fixture.PublishAsync((route, 0.01m));
        await fixture.PublishAsync();

        await fixture.PriceAsync();

        // 0.01 for the model, 0.008 for the agent, 2 × 0.01 for the tool.
        (await fixture.StateAsync(job)).Should().Be($"priced, charged v{knowing} 0.038");
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task The_charge_is_the_portals_own_and_lands_in_the_month_it_is_made_in()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route, age: TimeSpan.FromDays(20));
        await fixture.PublishAsync((route, 0.01m));

        await fixture.PriceAsync();

        (await fixture.ScalarAsync<string>(
            "select concat_ws(' ', seq, kind, posted_by, usage_period, posting_period) from ledger_entries where event_id = $1", job))
            .Should().Be("1 charge holds 2026-05-01 2026-06-01");
        var receipt = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.Admin, job, CancellationToken.None);
        receipt!.Hold!.Resolution.Should().Contain("the first one that knows everything");
    }

    [Fact]
    public async Task A_price_that_no_version_knows_is_waited_for()
    {
        var job = await fixture.RecordAsync(fixture.NewRoute());
        var version = await fixture.PublishAsync();

        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be("open");
        (await fixture.ScalarAsync<int>("select tried_version from holds where event_id = $1", job)).Should().Be(version);
    }

    [Fact]
    public async Task A_job_older_than_30_days_waits_for_approval()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route, age: TimeSpan.FromDays(31));
        var version = await fixture.PublishAsync((route, 0.01m));

        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be($"open, proposed v{version} 0.038");
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task A_price_above_the_estimate_waits_for_approval()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var version = await fixture.PublishAsync((route, 900m));

        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be($"open, proposed v{version} 900.028");
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task A_proposal_stands_when_later_versions_come()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var version = await fixture.PublishAsync((route, 900m));
        await fixture.PriceAsync();
        await fixture.PublishAsync(content => content with { Routes = [.. content.Routes.Select(r => r.Route == route ? r with { InputCostPer1K = 0.01m } : r)] });

        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be($"open, proposed v{version} 900.028");
    }

    [Fact]
    public async Task A_job_of_an_unknown_customer_waits_though_its_price_is_known()
    {
        var job = await fixture.RecordAsync("openai:gpt-4", customer: "crm-17");
        await fixture.PublishAsync();

        await fixture.PriceAsync();

        (await fixture.StateAsync(job)).Should().Be("open");
    }

    [Fact]
    public async Task A_version_that_is_not_in_force_yet_prices_nothing()
    {
        var route = fixture.NewRoute();
        var job = await fixture.RecordAsync(route);
        var version = await fixture.PublishAsync((route, 0.01m));
        await fixture.ExecuteAsync("alter table rate_card_versions disable trigger refuse_change");
        await fixture.ExecuteAsync("update rate_card_versions set effective_from = $2 where version = $1", version, fixture.Clock.GetUtcNow().AddSeconds(1));

        await fixture.PriceAsync();
        var before = await fixture.StateAsync(job);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await fixture.PriceAsync();

        before.Should().Be("open");
        (await fixture.StateAsync(job)).Should().StartWith("priced");
    }

    [Fact]
    public async Task A_hold_that_cannot_be_tried_does_not_keep_its_neighbours()
    {
        var route = fixture.NewRoute();
        var (before, poison, after) = (await fixture.RecordAsync(route), await fixture.RecordAsync(route), await fixture.RecordAsync(route));
        await fixture.ExecuteAsync("update holds set causes = '[{\"reason\": \"nonsense\", \"subject\": \"x\"}]' where event_id = $1", poison);
        await fixture.PublishAsync((route, 0.01m));

        await fixture.PriceAsync();

        (await fixture.StateAsync(before)).Should().StartWith("priced");
        (await fixture.StateAsync(poison)).Should().Be("open");
        (await fixture.StateAsync(after)).Should().StartWith("priced");
        (await fixture.Get<PriceHolds>().HandleAsync(HoldsFixture.Worker, CancellationToken.None)).Should().Be(0, "it rests until the next version");
    }

    [Fact]
    public async Task More_holds_than_a_batch_are_all_priced()
    {
        var route = fixture.NewRoute();
        await Task.WhenAll(Enumerable.Range(0, PriceHolds.BatchSize + 5).Select(_ => fixture.RecordAsync(route)));
        await fixture.PublishAsync((route, 0.01m));

        await fixture.PriceAsync();

        (await fixture.ScalarAsync<long>("select count(*) from holds h join usage_events e using (event_id) where e.route = $1 and h.state = 'priced'", route))
            .Should().Be(PriceHolds.BatchSize + 5);
        await RollupCheck.ShouldHoldAsync(fixture.Database);
    }

    [Fact]
    public async Task Only_who_may_resolve_holds_may_have_them_priced()
    {
        var price = () => fixture.Get<PriceHolds>().HandleAsync(JobsFixture.Finance, CancellationToken.None);

        await price.Should().ThrowAsync<AccessDeniedException>();
    }
}
