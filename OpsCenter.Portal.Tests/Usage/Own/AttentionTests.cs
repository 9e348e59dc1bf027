using FluentAssertions;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Tests.Subscriptions;
using OpsCenter.Portal.Usage.Own;
using OpsCenter.Portal.Usage.Own.Home;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Own;

public sealed class AttentionTests
{
    private static readonly DateTimeOffset Now = Samples.Now;

    [Fact]
    public void Nothing_is_said_while_all_is_well() => Badges(View(), Usage(used: 1m), Billing(new DefaultCard("visa", "4242", 12, 2030))).Should().BeEmpty();

    [Fact]
    public void A_failed_payment_comes_before_limits_changes_and_cards()
    {
        var view = View(subscription => subscription with { PastDueSince = Now.AddDays(-1), CancelAt = Now.AddDays(10) });

        Badges(view, Usage(used: 13m), Billing(new DefaultCard("visa", "4242", 6, 2026))).Should().Equal("Payment failed", "Limit", "Cancelled", "Card");
    }

    [Theory]
    [InlineData(11.9, null)]
    [InlineData(12, "80 % of the included usage of $15.00 is used.")]
    [InlineData(15, "The included usage of $15.00 is used up; what goes beyond is charged as overage.")]
    public void Included_usage_is_said_from_four_fifths_on(double used, string? expected) =>
        Attention.Of(View(), Usage((decimal)used), billing: null).Select(item => item.Text).Should().Equal(expected is null ? [] : [expected]);

    [Fact]
    public void A_reached_limit_that_only_warns_says_so_and_one_that_stops_is_said_once()
    {
        var warns = Attention.Of(View(), Usage(used: 1m, inputTokens: 2_000_000, limit: 2_000_000), billing: null);
        var stopped = View(stop: new JobStop(JobStopReason.Threshold, "llm.input_tok", 2_000_000));
        var stops = Attention.Of(stopped, Usage(used: 1m, inputTokens: 2_000_000, limit: 2_000_000), billing: null);

        warns.Should().ContainSingle().Which.Text.Should().Be("Reached: the limit of 2,000,000 input tokens. This only warns; nothing stops.");
        stops.Should().ContainSingle().Which.Badge.Should().Be("Stopped");
    }

    private static IEnumerable<string> Badges(SubscriptionView view, OwnUsage usage, BillingHome? billing) =>
        Attention.Of(view, usage, billing).Select(item => item.Badge);

    private static SubscriptionView View(Func<Subscription, Subscription>? change = null, JobStop? stop = null)
    {
        var subscription = SamplePlans.To(SamplePlans.Starter);
        subscription = change is null ? subscription : change(subscription);
        var facts = new EntitlementFacts
        {
            IsCustomerSuspended = false,
            Subscription = subscription,
            Plan = SamplePlans.Starter,
            IncludedLeft = Money.Zero(Currency.Usd),
            Overage = Money.Zero(Currency.Usd),
            OverageCapFactor = 3,
        };
        var entitlements = new Entitlements(SubscriptionStatusRule.At(subscription, Now), SamplePlans.Starter, null, stop, null);

        return new SubscriptionView(new CustomerEntitlements(Guid.Empty, OrganizationStatus.Active, entitlements, facts, null, null), null, null, [], [], false);
    }

    private static OwnUsage Usage(decimal used, long inputTokens = 0, long? limit = null) =>
        Samples.Usage(Samples.Period(used, inputTokens), Samples.Plan(limit));

    private static BillingHome Billing(DefaultCard card) => new()
    {
        Plan = null,
        Period = null,
        Grants = [],
        Next = null,
        Carried = null,
        Owed = [],
        Card = card,
        Details = new BillingDetails(),
    };
}
