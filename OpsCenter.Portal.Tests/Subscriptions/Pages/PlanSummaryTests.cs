using Bunit;
using FluentAssertions;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Pages;
using Xunit;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions.Pages;

public sealed class PlanSummaryTests : BunitContext
{
    public static TheoryData<string, SubscriptionView, string, string[]> Steps => new()
    {
        { "renews", SampleViews.Of(Starter), "Renews 1 Jul 2026 for $19.00 a month", ["Cancel plan"] },
        {
            "less at the end",
            SampleViews.Of(Professional, s => s with { NextPlanVersionId = Starter.Id, NextInterval = BillingInterval.Month }, Starter),
            "Changes to starter 1 Jul 2026 for $19.00 a month",
            ["Keep professional", "Cancel plan"]
        },
        {
            "another interval",
            SampleViews.Of(Starter, s => s with { NextPlanVersionId = Starter.Id, NextInterval = BillingInterval.Year }, Starter),
            "Changes to starter, paid yearly 1 Jul 2026 for $190.00 a year",
            ["Keep starter", "Cancel plan"]
        },
        {
            "moved by operators",
            SampleViews.Of(Starter, s => s with { NextPlanVersionId = Starter.Id, NextInterval = BillingInterval.Month }, Starter with { Version = 2, MonthlyPrice = Usd(21) }),
            "Changes to the current version of starter 1 Jul 2026 for $21.00 a month",
            ["Cancel plan"]
        },
        { "cancelled", SampleViews.Of(Starter, s => s with { CancelAt = Day1.AddMonths(1) }), "Cancelled, ends 1 Jul 2026, nothing renews", ["Resume plan"] },
        { "trial", SampleViews.Of(Trial, s => s with { TrialEndsAt = Day1.AddDays(12) }), "Trial ends 13 Jun 2026, 00:00 UTC, nothing renews", [] },
        { "trial over", SampleViews.Of(Trial), "Ended 8 Jun 2026", [] },
        { "not paid yet", SampleViews.Of(Starter, s => s with { StartedAt = null, AnchorAt = null }), "Starts once the first payment is made", [] },
        { "unpaid", SampleViews.Of(Starter, s => s with { PastDueSince = Day1 }), "Unpaid since 1 Jun 2026, pay on the Billing page", ["Cancel plan"] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void It_says_what_happens_next_and_offers_what_helps(string what, SubscriptionView view, string says, string[] offers)
    {
        var card = Render<PlanSummary>(parameters => parameters.Add(c => c.View, view).Add(c => c.CanManage, true));

        card.FindAll(".facts > div").Select(fact => $"{fact.Children[0].TextContent} {fact.Children[1].TextContent.Trim()}").Should().Contain(says, what);
        card.FindAll("button").Select(b => b.TextContent).Should().Equal(offers);
    }

    [Fact]
    public void Whoever_may_not_change_it_is_offered_nothing()
    {
        var card = Render<PlanSummary>(parameters => parameters.Add(c => c.View, SampleViews.Of(Starter, s => s with { CancelAt = Day1.AddMonths(1) })));

        card.FindAll("button").Should().BeEmpty();
    }
}
