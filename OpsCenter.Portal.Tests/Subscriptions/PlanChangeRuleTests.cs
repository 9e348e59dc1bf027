using FluentAssertions;
using OpsCenter.Domain.Subscriptions;
using Xunit;
using static OpsCenter.Domain.Subscriptions.BillingInterval;
using static OpsCenter.Domain.Subscriptions.PlanChange;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions;

public sealed class PlanChangeRuleTests
{
    public static TheoryData<string, string?, BillingInterval, string, BillingInterval, PlanChange> Choices => new()
    {
        { "first plan", null, Month, "starter", Month, Subscribe },
        { "first plan, by the year", null, Month, "enterprise", Year, Subscribe },
        { "a first trial", null, Month, "trial", Once, Subscribe },
        { "what one has", "starter", Month, "starter", Month, Current },
        { "more", "starter", Month, "professional", Month, Upgrade },
        { "more, by the year", "starter", Year, "enterprise", Year, Upgrade },
        { "less", "professional", Month, "starter", Month, AtPeriodEnd },
        { "the year", "starter", Month, "starter", Year, AtPeriodEnd },
        { "the month", "starter", Year, "starter", Month, AtPeriodEnd },
        { "more, by another interval", "starter", Month, "professional", Year, AtPeriodEnd },
        { "from a trial", "trial", Once, "starter", Month, Subscribe },
        { "the trial one has", "trial", Once, "trial", Once, Current },
        { "back to a trial", "starter", Month, "trial", Once, NotOffered },
        { "an interval it is not sold in", null, Month, "starter", Once, NotOffered },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_means_something(string what, string? from, BillingInterval fromInterval, string to, BillingInterval toInterval, PlanChange expected)
    {
        var current = from is null ? null : Plan(from);
        var subscription = current is null ? null : To(current, fromInterval);

        var change = PlanChangeRule.Of(subscription, current, Plan(to), toInterval, hadPlan: subscription is not null, Day1.AddDays(1));

        change.Should().Be(expected, what);
    }

    [Fact]
    public void After_the_end_everything_but_a_trial_can_be_chosen()
    {
        var ended = To(Starter) with { EndedAt = Day1, EndReason = "Test" };

        PlanChangeRule.Of(ended, Starter, Starter, Month, hadPlan: true, Day1).Should().Be(Subscribe);
        PlanChangeRule.Of(ended, Starter, Trial, Once, hadPlan: true, Day1).Should().Be(NotOffered);
        PlanChangeRule.Of(To(Trial), Trial, Trial, Once, hadPlan: true, Day1.AddDays(7)).Should().Be(NotOffered);
        PlanChangeRule.Of(To(Trial), Trial, Starter, Month, hadPlan: true, Day1.AddDays(7)).Should().Be(Subscribe);
    }

    [Fact]
    public void What_is_not_paid_yet_can_be_chosen_anew()
    {
        var chosen = To(Starter) with { StartedAt = null, AnchorAt = null };

        PlanChangeRule.Of(chosen, Starter, Starter, Month, hadPlan: false, Day1).Should().Be(Subscribe);
        PlanChangeRule.Of(chosen, Starter, Trial, Once, hadPlan: false, Day1).Should().Be(Subscribe);
        PlanChangeRule.Of(chosen, Starter, Trial, Once, hadPlan: true, Day1).Should().Be(NotOffered);
    }

    [Fact]
    public void Equal_prices_change_when_what_is_paid_for_ends()
    {
        var twin = Professional with { Code = "twin", MonthlyPrice = Starter.MonthlyPrice };

        PlanChangeRule.Of(To(Starter), Starter, twin, Month, hadPlan: true, Day1).Should().Be(AtPeriodEnd);
    }

    [Fact]
    public void A_move_to_a_newer_version_is_not_the_customers_choice()
    {
        var newer = Starter with { Id = Guid.CreateVersion7(Day1), Version = 2 };
        var moved = To(Starter) with { NextPlanVersionId = newer.Id, NextInterval = Month };

        PlanChangeRule.IsMove(Starter, newer, moved).Should().BeTrue();
        PlanChangeRule.IsMove(Starter, newer, moved with { NextInterval = Year }).Should().BeFalse();
        PlanChangeRule.IsMove(Professional, newer, moved).Should().BeFalse();
    }

    private static PlanVersion Plan(string code) => new[] { Trial, Starter, Professional, Enterprise }.Single(plan => plan.Code == code);
}
