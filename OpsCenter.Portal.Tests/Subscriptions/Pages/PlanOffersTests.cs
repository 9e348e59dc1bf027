using Bunit;
using FluentAssertions;
using MudBlazor.Services;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Subscriptions.Pages;
using Xunit;
using static OpsCenter.Portal.Tests.Subscriptions.SamplePlans;

namespace OpsCenter.Portal.Tests.Subscriptions.Pages;

public sealed class PlanOffersTests : BunitContext
{
    public PlanOffersTests() => Services.AddMudServices();

    [Fact]
    public void A_new_customer_chooses_among_all_plans()
    {
        var offers = RenderOffers(SampleViews.Of(null), BillingInterval.Month);

        Buttons(offers).Should().Equal("Choose trial", "Choose starter", "Choose professional", "Choose enterprise");
        Prices(offers).Should().Equal("$1.00 once", "$19.00 a month", "$49.00 a month", "$99.00 a month");
    }

    [Fact]
    public void More_is_an_upgrade_less_waits_and_trials_are_gone()
    {
        var offers = RenderOffers(SampleViews.Of(Professional), BillingInterval.Month);

        Buttons(offers).Should().Equal("Change to starter", "Upgrade to enterprise");
        offers.Find("article[data-current] h3").TextContent.Should().Be("professional");
    }

    [Fact]
    public void Another_interval_waits_and_what_is_planned_is_not_offered_again()
    {
        var planned = SampleViews.Of(Starter, s => s with { NextPlanVersionId = Starter.Id, NextInterval = BillingInterval.Year }, Starter);

        var offers = RenderOffers(planned, BillingInterval.Year);

        Buttons(offers).Should().Equal("Change to professional", "Change to enterprise");
        offers.Find("article").TextContent.Should().Contain("Starts");
        Prices(offers).Should().Equal("$190.00 a year", "$490.00 a year", "$990.00 a year");
    }

    [Fact]
    public void Whoever_may_not_choose_only_compares()
    {
        var offers = Render<PlanOffers>(parameters => Common(parameters, SampleViews.Of(Starter), BillingInterval.Month));

        offers.FindAll("button").Should().BeEmpty();
        offers.FindAll("article").Should().HaveCount(3);
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<PlanOffers> offers) => offers.FindAll("button").Select(b => b.TextContent);

    private static IEnumerable<string> Prices(IRenderedComponent<PlanOffers> offers) =>
        offers.FindAll(".price").Select(p => string.Join(' ', p.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static ComponentParameterCollectionBuilder<PlanOffers> Common(
        ComponentParameterCollectionBuilder<PlanOffers> parameters, SubscriptionView view, BillingInterval interval) =>
        parameters.Add(c => c.View, view).Add(c => c.Interval, interval).Add(c => c.Query, UrlQuery.Of("http://localhost/plan"));

    private IRenderedComponent<PlanOffers> RenderOffers(SubscriptionView view, BillingInterval interval) =>
        Render<PlanOffers>(parameters => Common(parameters, view, interval).Add(c => c.CanManage, true));
}
