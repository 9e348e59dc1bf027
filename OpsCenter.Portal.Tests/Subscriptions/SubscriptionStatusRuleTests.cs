using FluentAssertions;
using OpsCenter.Domain.Subscriptions;
using Xunit;
using static OpsCenter.Domain.Subscriptions.SubscriptionStatus;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions;

public sealed class SubscriptionStatusRuleTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_subscription_is_pending_until_it_is_paid()
    {
        var chosen = To(Starter) with { StartedAt = null, AnchorAt = null };

        At(chosen, Day1).Should().Be(Pending);
        At(To(Starter), Day1).Should().Be(Active);
    }

    [Fact]
    public void A_trial_is_over_at_its_last_second()
    {
        var trial = To(Trial);
        var end = Day1.AddDays(7);

        At(trial, Day1).Should().Be(Trialing);
        At(trial, end - Tick).Should().Be(Trialing);
        At(trial, end).Should().Be(Ended);
    }

    [Fact]
    public void An_unpaid_invoice_leads_to_grace_after_7_days_and_stops_jobs_after_14()
    {
        var unpaid = To(Starter) with { PastDueSince = Day1 };

        At(unpaid, Day1).Should().Be(PastDue);
        At(unpaid, Day1.AddDays(7) - Tick).Should().Be(PastDue);
        At(unpaid, Day1.AddDays(7)).Should().Be(Grace);
        At(unpaid, Day1.AddDays(14) - Tick).Should().Be(Grace);
        At(unpaid, Day1.AddDays(14)).Should().Be(Suspended);
        At(unpaid, Day1.AddYears(1)).Should().Be(Suspended);
    }

    [Fact]
    public void Payment_makes_it_active_again_whatever_it_was() =>
        At(To(Starter) with { PastDueSince = null }, Day1.AddDays(100)).Should().Be(Active);

    [Fact]
    public void A_cancelled_subscription_runs_until_the_moment_it_ends()
    {
        var cancelled = To(Starter) with { CancelAt = Day1.AddDays(30), CancelReason = "Too dear" };

        At(cancelled, Day1.AddDays(30) - Tick).Should().Be(Active);
        At(cancelled, Day1.AddDays(30)).Should().Be(Ended);
    }

    [Fact]
    public void What_has_ended_stays_ended_however_it_stood()
    {
        var ended = To(Starter) with { EndedAt = Day1, EndReason = "Test", PastDueSince = Day1, CancelAt = Day1.AddYears(1) };

        At(ended, Day1).Should().Be(Ended);
        At(To(Trial) with { EndedAt = Day1, EndReason = "Test" }, Day1).Should().Be(Ended);
        At(To(Starter) with { StartedAt = null, AnchorAt = null, EndedAt = Day1, EndReason = "Test" }, Day1).Should().Be(Ended);
    }

    [Fact]
    public void The_next_step_has_a_date()
    {
        var unpaid = To(Starter) with { PastDueSince = Day1 };

        SubscriptionStatusRule.NextStepAt(unpaid, Day1).Should().Be(Day1.AddDays(7));
        SubscriptionStatusRule.NextStepAt(unpaid, Day1.AddDays(7)).Should().Be(Day1.AddDays(14));
        SubscriptionStatusRule.NextStepAt(unpaid, Day1.AddDays(14)).Should().BeNull();
        SubscriptionStatusRule.NextStepAt(To(Trial), Day1).Should().Be(Day1.AddDays(7));
        SubscriptionStatusRule.NextStepAt(To(Starter), Day1).Should().BeNull();
    }

    [Fact]
    public void A_plan_gives_what_it_gives_from_payment_to_end() => Enum.GetValues<SubscriptionStatus>()
        .Where(SubscriptionStatusRule.Entitles).Should().BeEquivalentTo([Trialing, Active, PastDue, Grace, Suspended]);

    private static SubscriptionStatus At(Subscription subscription, DateTimeOffset now) => SubscriptionStatusRule.At(subscription, now);
}
