using Bunit;
using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Own;
using OpsCenter.Portal.Usage.Own.Home;
using OpsCenter.Portal.Usage.Own.Pages;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Own.Pages;

public sealed class OwnPagesTests : BunitContext
{
    private static readonly Guid Customer = Guid.Parse("0199c1f2-0000-7000-8000-0000000000cc");

    [Theory]
    [InlineData(400, false, "40 % used", "only warn")]
    [InlineData(600, false, "60 % used, will be reached before the period ends", "only warn")]
    [InlineData(1000, false, "Reached: this only warns", "only warn")]
    [InlineData(1000, true, "Reached: new jobs stop", "new jobs stop until the next period")]
    public void A_limit_says_where_it_stands_where_it_goes_and_whether_it_stops(long used, bool stops, string standing, string effect)
    {
        var card = Render<MetersCard>(parameters => parameters
            .Add(one => one.Period, Samples.Period(inputTokens: used))
            .Add(one => one.Plan, Samples.Plan(inputTokens: 1_000, stops))
            .Add(one => one.Now, Samples.Now));

        var meters = card.FindAll(".meter");
        meters.Should().HaveCount(4);
        meters[0].TextContent.Should().Contain(standing).And.Contain($"Projected {CompactNumber.Of(used * 2)}");
        meters[1].TextContent.Should().Contain("No limit in this plan");
        card.Find(".effect").TextContent.Should().Contain(effect);
    }

    [Fact]
    public void A_breakdown_opens_the_jobs_of_each_name_and_of_no_name_none()
    {
        var table = Breakdown(OwnDimension.Member, "ana", "");

        table.FindAll("tbody tr").Should().HaveCount(2);
        table.FindAll("a.oc-row-link").Should().ContainSingle().Which.GetAttribute("href")
            .Should().Be($"/jobs?customer={Customer}&from=2026-06-01&member=ana&to=2026-06-30");
        table.Markup.Should().Contain("No member reported");
    }

    [Fact]
    public void A_period_without_anything_offers_the_way_back()
    {
        var table = Breakdown(OwnDimension.Tool);

        table.Markup.Should().Contain("No tool was used in this period");
        table.Find("a.oc-button").GetAttribute("href").Should().Be("/usage");
    }

    [Fact]
    public void What_needs_attention_leads_an_operator_to_that_customers_page()
    {
        var item = new AttentionItem(StatusMeaning.Warning, "Limit", "Nearly used.", "Open usage", "/usage");

        var list = Render<AttentionList>(parameters => parameters.Add(one => one.Items, [item]).Add(one => one.CustomerId, Customer));

        list.Find("a").GetAttribute("href").Should().Be($"/admin/customers/{Customer}/usage");
        Render<AttentionList>(parameters => parameters.Add(one => one.Items, [])).Markup.Should().Contain("Nothing right now.");
    }

    private IRenderedComponent<BreakdownTable> Breakdown(OwnDimension dimension, params string[] names)
    {
        var one = new OwnFigures(1, 0, 10, 5, 0, new Money(0.5m, Currency.Usd));
        var zero = OwnFigures.Zero(Currency.Usd);
        var figures = new OwnCurrency(Currency.Usd, zero, zero, zero, [], [], [.. names.Select(name => new OwnShare(name, one))], names.Length);

        return Render<BreakdownTable>(parameters => parameters
            .Add(table => table.Usage, Samples.Usage(Samples.Period(), Samples.Plan(), dimension))
            .Add(table => table.Figures, figures)
            .Add(table => table.CustomerId, Customer)
            .Add(table => table.Address, new OwnUsageAddress(UrlQuery.Of("http://localhost/usage?by=tool&period=previous"))));
    }
}
