using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Tests.Billing.Engine;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing;

public sealed class GrantPromotionTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    private static readonly Actor.User Admin = new(Guid.Parse("0199c1f2-0000-7000-8000-0000000000aa"), PlatformRole.Admin, null, null);

    [Fact]
    public async Task What_operators_give_is_used_before_the_allowance_and_pressed_twice_given_once()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var customer = await fixture.SubscriberAsync("starter");
        var input = new GrantPromotionInput(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), customer, 4m, 10, "A slow week");

        await GiveAsync(Admin, input);
        await GiveAsync(Admin, input);
        await fixture.UseAsync(customer, 200);

        // 9.10 used: 4 of the gift, then 5.10 of the allowance of 15.
        (await fixture.Get<GrantQueries>().ListAsync(Admin, customer, CancellationToken.None)).Select(g => (g.Amount.Amount, g.Consumed.Amount))
            .Should().Equal((4m, 4m), (15m, 5.10m));
        await BillingChecks.ShouldHoldAsync(fixture);
    }

    [Theory]
    [InlineData("0", 10, "x", GrantPromotionField.Amount)]
    [InlineData("1.001", 10, "x", GrantPromotionField.Amount)]
    [InlineData("1", 0, "x", GrantPromotionField.Days)]
    [InlineData("1", 731, "x", GrantPromotionField.Days)]
    [InlineData("1", 1, " ", GrantPromotionField.Reason)]
    public async Task What_cannot_be_given_names_its_field(string amount, int days, string reason, GrantPromotionField field)
    {
        var input = new GrantPromotionInput(Guid.Empty, Guid.Empty, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), days, reason);

        (await GiveAsync(Admin, input)).Should().BeOfType<GrantPromotionOutcome.Invalid>().Which.Field.Should().Be(field);
    }

    [Fact]
    public async Task Only_who_manages_subscriptions_gives_and_only_to_a_customer()
    {
        var input = new GrantPromotionInput(Guid.CreateVersion7(fixture.Clock.GetUtcNow()), Guid.Empty, 4m, 10, "A slow week");
        var finance = new Actor.User(Guid.Empty, PlatformRole.Finance, null, null);

        (await GiveAsync(Admin, input)).Should().BeOfType<GrantPromotionOutcome.Refused>();
        await this.Awaiting(test => test.GiveAsync(finance, input)).Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task Periods_and_grants_are_shown_to_their_customer_and_to_operators_alone()
    {
        fixture.Clock.AdjustTime(BillingFixture.Start);
        var (own, other) = (await fixture.SubscriberAsync("starter"), await fixture.SubscriberAsync("starter"));
        var member = new Actor.User(Guid.Empty, null, own, OrganizationRole.Member);

        (await fixture.Get<PeriodQueries>().ListAsync(member, own, CancellationToken.None)).Should().ContainSingle();
        (await fixture.Get<GrantQueries>().ListAsync(member, own, CancellationToken.None)).Should().ContainSingle();
        await fixture.Awaiting(f => f.Get<PeriodQueries>().ListAsync(member, other, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<PeriodQueries>().CurrentAsync(member, other, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        await fixture.Awaiting(f => f.Get<GrantQueries>().ListAsync(member, other, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
        (await fixture.Get<PeriodQueries>().FindAsync(member, own, (await fixture.Get<PeriodQueries>().ListAsync(new Actor.System("test"), other, CancellationToken.None))[0].Id, CancellationToken.None))
            .Should().BeNull();
    }

    private Task<GrantPromotionOutcome> GiveAsync(Actor actor, GrantPromotionInput input) =>
        fixture.Get<GrantPromotion>().HandleAsync(actor, input, CancellationToken.None);
}
