using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions.Plans;
using Xunit;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions.Plans;

public sealed class PlanCommandTests(SubscriptionsFixture fixture) : IClassFixture<SubscriptionsFixture>
{
    private static readonly PlanTerms Team = new() { Name = "Team", MonthlyPrice = 29m, Included = 20m, Seats = 3 };

    [Fact]
    public async Task A_new_portal_has_the_plans_of_the_contract()
    {
        var plans = (await ListAsync()).Where(plan => plan.Newest.Version == 1).Take(4).Select(plan => plan.Newest).ToList();

        plans.Select(p => (p.Code, p.OncePrice?.Amount, p.OnceHours, p.MonthlyPrice?.Amount, p.YearlyPrice?.Amount, p.Included.Amount, p.LimitsStop)).Should().Equal(
            ("trial", 1m, 168, null, null, 5m, true),
            ("starter", null, null, 19m, 190m, 15m, false),
            ("professional", null, null, 49m, 490m, 40m, false),
            ("enterprise", null, null, 99m, 990m, 80m, false));
        plans.Select(p => p.Limits).Should().Equal(
            new MeterLimits(150_000, 75_000, 225_000, 75),
            new MeterLimits(500_000, 250_000, 750_000, 250),
            new MeterLimits(1_250_000, 625_000, 1_875_000, 600),
            new MeterLimits(null, null, null, null));
        plans.Select(p => (p.Byok, p.AuditExport, p.Seats)).Should().Equal((false, false, 1), (false, false, 1), (true, false, 1), (true, true, 10));
    }

    [Fact]
    public async Task A_new_plan_is_offered_at_once_and_a_custom_one_to_its_customer_only()
    {
        var (mine, other) = (await fixture.CreateCustomerAsync(), await fixture.CreateCustomerAsync());

        await CreateAsync("team");
        await CreateAsync("custom-mine", mine);

        (await OfferedAsync(mine)).Should().Contain(["team", "custom-mine"]);
        (await OfferedAsync(other)).Should().Contain("team").And.NotContain("custom-mine");
    }

    [Fact]
    public async Task A_code_is_taken_once_however_many_want_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => CreateAsync("contended")));

        outcomes.OfType<PlanOutcome.Done>().Should().ContainSingle();
        outcomes.OfType<PlanOutcome.Invalid>().Should().HaveCount(4).And.OnlyContain(o => o.Problems.ContainsKey(PlanField.Code));
    }

    [Fact]
    public async Task Of_two_new_versions_made_from_one_the_second_is_told_of_the_first()
    {
        var seen = ((PlanOutcome.Done)await CreateAsync("raced")).Version;

        var outcomes = await Task.WhenAll(PublishAsync(seen, Team with { MonthlyPrice = 31m }), PublishAsync(seen, Team with { MonthlyPrice = 32m }));

        outcomes.OfType<PlanOutcome.Done>().Should().ContainSingle().Which.Version.Version.Should().Be(2);
        outcomes.OfType<PlanOutcome.Refused>().Should().ContainSingle().Which.Message.Should().StartWith("Somebody published version 2 meanwhile");
    }

    [Fact]
    public async Task Subscribers_stay_on_their_version_until_they_are_moved()
    {
        var first = ((PlanOutcome.Done)await CreateAsync("moving")).Version;
        var (stays, cancelled, changing) = (await fixture.SubscribeAsync("moving"), await fixture.SubscribeAsync("moving"), await fixture.SubscribeAsync("moving"));
        await fixture.ExecuteAsync("update subscriptions set cancel_at = $2 where organization_id = $1", cancelled, SubscriptionsFixture.Now.AddDays(20).UtcDateTime);
        await fixture.ExecuteAsync(
            "update subscriptions set next_plan_version_id = $2, next_interval = 'month' where organization_id = $1", changing, (await fixture.PlanAsync("starter")).Id);
        var second = ((PlanOutcome.Done)await PublishAsync(first, Team with { MonthlyPrice = 39m })).Version;
        var before = (await ListAsync()).Single(plan => plan.Code == "moving");

        var moved = await fixture.Get<MoveSubscribers>().HandleAsync(SubscriptionsFixture.Admin, "moving", CancellationToken.None);

        (before.Subscribers, before.OnOlderVersions, before.Monthly).Should().Be((3, 3, Usd(87))); // 3 × 29
        moved.Should().Be(new MovedSubscribers(1, 2));
        var subscription = (await fixture.FindAsync(stays))!;
        (subscription.PlanVersionId, subscription.NextPlanVersionId, subscription.NextInterval).Should().Be((first.Id, second.Id, BillingInterval.Month));
        (await fixture.FindAsync(cancelled))!.NextPlanVersionId.Should().BeNull();
        (await fixture.Get<MoveSubscribers>().HandleAsync(SubscriptionsFixture.Admin, "no-such", CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task An_archived_plan_is_not_offered_until_it_is_restored()
    {
        var customer = await fixture.CreateCustomerAsync();
        await CreateAsync("seasonal");

        await fixture.Get<ArchivePlan>().HandleAsync(SubscriptionsFixture.Admin, "seasonal", CancellationToken.None);
        var archived = await OfferedAsync(customer);
        await fixture.Get<RestorePlan>().HandleAsync(SubscriptionsFixture.Admin, "seasonal", CancellationToken.None);

        archived.Should().NotContain("seasonal");
        (await OfferedAsync(customer)).Should().Contain("seasonal");
        (await fixture.ScalarAsync<long>("select count(*) from audit_entries where subject_type = 'plan' and subject_id = 'seasonal'")).Should().Be(3);
    }

    [Fact]
    public async Task What_cannot_be_sold_is_explained_field_by_field()
    {
        var nothing = (PlanOutcome.Invalid)await CreateAsync("Not A Code", terms: new PlanTerms { Included = -1m, Seats = 0, Limits = new MeterLimits(0, null, null, null) });
        var coins = (PlanOutcome.Invalid)await CreateAsync("coins", terms: Team with { MonthlyPrice = 1.005m, OncePrice = 1m });
        var trial = await PublishAsync(((PlanOutcome.Done)await CreateAsync("renews")).Version, Team with { MonthlyPrice = null, OncePrice = 1m, OnceHours = 24 });

        nothing.Problems.Keys.Should().BeEquivalentTo(
            [PlanField.Code, PlanField.Name, PlanField.MonthlyPrice, PlanField.Included, PlanField.Seats, PlanField.InputTokens]);
        coins.Problems.Keys.Should().BeEquivalentTo([PlanField.MonthlyPrice, PlanField.OnceHours]);
        trial.Should().BeOfType<PlanOutcome.Refused>();
    }

    [Fact]
    public async Task A_version_that_says_the_same_is_none()
    {
        var seen = ((PlanOutcome.Done)await CreateAsync("same")).Version;

        (await PublishAsync(seen, PlanTerms.Of(seen))).Should().BeOfType<PlanOutcome.Refused>();
        PlanDifference.Between(PlanTerms.Of(seen), Team with { MonthlyPrice = 31.5m, Byok = true }).Should().Equal(
            new PlanDifference(PlanField.MonthlyPrice, "29.00", "31.50"), new PlanDifference(PlanField.Byok, "no", "yes"));
    }

    [Fact]
    public async Task Only_operators_who_manage_plans_change_them()
    {
        var owner = SubscriptionsFixture.MemberOf(await fixture.CreateCustomerAsync());
        var seen = await fixture.PlanAsync("starter");
        Func<Actor, Task>[] acts =
        [
            actor => fixture.Get<CreatePlan>().HandleAsync(actor, new CreatePlanInput("mine", null, Team), CancellationToken.None),
            actor => fixture.Get<PublishPlanVersion>().HandleAsync(actor, seen, Team, CancellationToken.None),
            actor => fixture.Get<ArchivePlan>().HandleAsync(actor, "starter", CancellationToken.None),
            actor => fixture.Get<RestorePlan>().HandleAsync(actor, "starter", CancellationToken.None),
            actor => fixture.Get<MoveSubscribers>().HandleAsync(actor, "starter", CancellationToken.None),
        ];

        foreach (var act in acts)
        {
            await act.Invoking(a => a(owner)).Should().ThrowAsync<AccessDeniedException>();
            await act.Invoking(a => a(SubscriptionsFixture.Support)).Should().ThrowAsync<AccessDeniedException>();
        }

        await fixture.Get<PlanQueries>().Invoking(p => p.ListAsync(owner, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
    }

    private Task<IReadOnlyList<PlanRow>> ListAsync() => fixture.Get<PlanQueries>().ListAsync(SubscriptionsFixture.Support, CancellationToken.None);

    private async Task<IEnumerable<string>> OfferedAsync(Guid customer) =>
        (await fixture.Get<PlanQueries>().OfferedAsync(SubscriptionsFixture.MemberOf(customer), customer, CancellationToken.None)).Select(plan => plan.Code);

    private Task<PlanOutcome> CreateAsync(string code, Guid? customer = null, PlanTerms? terms = null) =>
        fixture.Get<CreatePlan>().HandleAsync(SubscriptionsFixture.Admin, new CreatePlanInput(code, customer, terms ?? Team), CancellationToken.None);

    private Task<PlanOutcome> PublishAsync(PlanVersion seen, PlanTerms terms) =>
        fixture.Get<PublishPlanVersion>().HandleAsync(SubscriptionsFixture.Admin, seen, terms, CancellationToken.None);
}
