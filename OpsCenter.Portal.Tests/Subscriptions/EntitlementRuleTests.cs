using FluentAssertions;
using OpsCenter.Domain.Subscriptions;
using Xunit;
using static OpsCenter.Domain.Subscriptions.JobStopReason;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions;

public sealed class EntitlementRuleTests
{
    [Theory]
    [InlineData(149_999, 74_999, 224_999, 74.999, null)]
    [InlineData(150_000, 0, 0, 0, "llm.input_tok")]
    [InlineData(0, 75_000, 0, 0, "llm.output_tok")]
    [InlineData(0, 0, 225_000, 0, "agent.meter_tok")]
    [InlineData(0, 0, 0, 75, "tool.web.request")]
    [InlineData(150_000, 75_000, 225_000, 75, "llm.input_tok")]
    public void A_trial_stops_at_the_first_threshold_that_is_reached(long input, long output, long agent, decimal searches, string? meter)
    {
        var facts = Facts(Trial) with { Use = new MeterUse(input, output, agent, searches), IncludedLeft = Usd(1) };

        var stop = At(facts).Stop;

        stop?.Meter.Should().Be(meter);
        stop?.Reason.Should().Be(Threshold);
        (stop is null).Should().Be(meter is null);
    }

    [Theory]
    [InlineData("0.000000000001", true)]
    [InlineData("0", false)]
    public void A_trial_stops_when_its_included_usage_is_used_up(string left, bool mayStart)
    {
        var entitlements = At(Facts(Trial) with { IncludedLeft = Usd(decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture)) });

        entitlements.MayStartJobs.Should().Be(mayStart);
        if (!mayStart)
            entitlements.Stop.Should().Be(new JobStop(IncludedUsage, Amount: Usd(5)));
        entitlements.Left!.Overage.Should().Be(Usd(0), "a trial has no overage");
    }

    [Fact]
    public void Thresholds_of_other_plans_warn_and_nothing_stops()
    {
        var beyond = Facts(Starter) with { Use = new MeterUse(9_000_000, 9_000_000, 9_000_000, 9_000), IncludedLeft = Usd(1) };

        At(beyond).MayStartJobs.Should().BeTrue();
        EntitlementRule.Reached(Starter.Limits, beyond.Use).Should().HaveCount(4);
        EntitlementRule.Reached(Enterprise.Limits, beyond.Use).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 56.99, true)]
    [InlineData(0, 57, false)] // 3 × 19
    [InlineData(0, 60, false)]
    [InlineData(0.01, 60, true)] // something included is left: a new grant, say
    public void Overage_is_capped_at_three_prices(decimal included, decimal overage, bool mayStart)
    {
        var entitlements = At(Facts(Starter) with { IncludedLeft = Usd(included), Overage = Usd(overage) });

        entitlements.MayStartJobs.Should().Be(mayStart);
        entitlements.OverageCap.Should().Be(Usd(57));
        if (!mayStart)
            entitlements.Stop.Should().Be(new JobStop(OverageCap, Amount: Usd(57)));
    }

    [Fact]
    public void The_cap_is_gone_with_the_first_paid_invoice_with_overage()
    {
        var proven = Facts(Starter) with { IncludedLeft = Usd(0), Overage = Usd(1_000_000), HasPaidOverage = true };

        At(proven).Stop.Should().BeNull();
        At(proven).OverageCap.Should().BeNull();
        At(proven).Left!.Overage.Should().BeNull();
    }

    [Theory]
    [InlineData(100, 99.99, true)]
    [InlineData(100, 100, false)]
    [InlineData(0, 0, false)] // no overage at all
    public void An_operators_cap_replaces_the_rule(decimal cap, decimal overage, bool mayStart)
    {
        var facts = Facts(Starter) with { IncludedLeft = Usd(0), Overage = Usd(overage), SetOverageCap = Usd(cap), HasPaidOverage = true };

        At(facts).MayStartJobs.Should().Be(mayStart);
        At(facts).OverageCap.Should().Be(Usd(cap));
    }

    [Fact]
    public void The_cap_of_a_plan_sold_by_the_year_only_is_of_a_twelfth()
    {
        var yearly = Starter with { MonthlyPrice = null };

        At(Facts(yearly)).OverageCap.Should().Be(Usd(47.49m)); // 190 / 12 = 15.83, × 3
        At(Facts(Starter)).OverageCap.Should().Be(Usd(57), "however it is paid, the plan's price is that of a month");
    }

    [Theory]
    [InlineData(true, 49.99, true)]
    [InlineData(true, 50, false)]
    [InlineData(false, 80, true)]
    public void A_budget_that_stops_stops_when_it_is_spent(bool stops, decimal spent, bool mayStart)
    {
        var entitlements = At(Facts(Starter) with { Budget = new SpendingLimit(Usd(50), Usd(spent), stops) });

        entitlements.MayStartJobs.Should().Be(mayStart);
        if (!mayStart)
            entitlements.Stop.Should().Be(new JobStop(JobStopReason.Budget, Amount: Usd(50)));
    }

    [Fact]
    public void What_is_left_is_never_below_zero()
    {
        var left = At(Facts(Starter) with { IncludedLeft = Usd(0), Overage = Usd(60), Budget = new SpendingLimit(Usd(50), Usd(75), false) }).Left;

        left.Should().Be(new EntitlementsLeft(Usd(0), Usd(0), Usd(0)));
        At(Facts(Starter) with { Overage = Usd(7), Budget = new SpendingLimit(Usd(50), Usd(20), true) }).Left
            .Should().Be(new EntitlementsLeft(Usd(15), Usd(50), Usd(30)));
    }

    [Fact]
    public void The_subscription_decides_before_any_limit()
    {
        At(Facts(null)).Stop!.Reason.Should().Be(NoSubscription);
        At(Facts(Starter, s => s with { StartedAt = null, AnchorAt = null })).Stop!.Reason.Should().Be(PaymentPending);
        At(Facts(Starter, s => s with { EndedAt = Day1, EndReason = "Test" })).Stop!.Reason.Should().Be(SubscriptionEnded);
        At(Facts(Starter, s => s with { PastDueSince = Day1.AddDays(-14) })).Stop!.Reason.Should().Be(InvoiceUnpaid);
        At(Facts(Starter, s => s with { PastDueSince = Day1.AddDays(-13) })).Stop.Should().BeNull();
        At(Facts(Starter) with { IsCustomerSuspended = true }).Stop!.Reason.Should().Be(CustomerSuspended);
    }

    [Fact]
    public void Features_are_the_plans_while_it_is_in_force()
    {
        At(Facts(Enterprise)).Should().Match<Entitlements>(e => e.Byok && e.AuditExport && e.Seats == 10 && !e.LimitsStop);
        At(Facts(Professional)).Should().Match<Entitlements>(e => e.Byok && !e.AuditExport && e.Seats == 1);
        At(Facts(Enterprise, s => s with { EndedAt = Day1, EndReason = "Test" })).Should()
            .Match<Entitlements>(e => !e.Byok && !e.AuditExport && e.Seats == 1 && e.Plan == null && e.Left == null);
    }

    private static EntitlementFacts Facts(PlanVersion? plan, Func<Subscription, Subscription>? change = null) => new()
    {
        IsCustomerSuspended = false,
        Subscription = plan is null ? null : change is null ? To(plan) : change(To(plan)),
        Plan = plan,
        IncludedLeft = plan?.Included ?? Usd(0),
        Overage = Usd(0),
    };

    private static Entitlements At(EntitlementFacts facts) => EntitlementRule.At(facts, Day1);
}
