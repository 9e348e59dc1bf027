using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

public sealed class GoldenJobsTests
{
    private static readonly TextTable Priced = new(GoldenJobs.Table);
    private static readonly TextTable Held = new(HeldJobs.Table);

    public static TheoryData<string> PricedNames => Priced.Names;

    public static TheoryData<string> HeldNames => Held.Names;

    [Theory]
    [MemberData(nameof(PricedNames))]
    public void A_job_costs_what_the_calculator_says(string name)
    {
        var cells = Priced[name];
        var job = TextTable.Job(cells) with { ProviderCost = cells[6] is "-" ? null : TextTable.Amount(cells[6]) };

        var result = JobPricer.Price(GoldenCard.WithEveryRule, job);

        var amounts = cells[7..].Select(cell => new Money(TextTable.Amount(cell), Currency.Usd)).ToArray();
        var price = result.Should().BeOfType<PricingResult.Priced>().Which.Price;
        price.Should().Be(new JobPrice(amounts[0], amounts[1], amounts[2], amounts[4], amounts[5]));
        price.Total.Should().Be(amounts[3]);
    }

    [Theory]
    [MemberData(nameof(HeldNames))]
    public void A_job_is_held_with_all_causes_and_an_estimate(string name)
    {
        var cells = Held[name];

        var result = JobPricer.Price(GoldenCard.WithFreeAgent, TextTable.Job(cells));

        var held = result.Should().BeOfType<PricingResult.Held>().Subject;
        held.Causes.Select(c => $"{c.Reason} {c.Subject}").Should().Equal(cells[6].Split(", "));
        held.Exposure.Should().Be(new Money(TextTable.Amount(cells[7]), Currency.Usd));
    }

    [Fact]
    public void The_briefs_job_leaves_a_margin_of_15_cents_and_4_tenths()
    {
        var job = TextTable.Job(Priced["The brief: the brief's example"]);

        var result = JobPricer.Price(GoldenCard.Seeded, job);

        var price = result.Should().BeOfType<PricingResult.Priced>().Which.Price;
        price.Total.ToString().Should().Be("0.469 USD");
        price.Cost.ToString().Should().Be("0.315 USD");
        price.Margin.ToString().Should().Be("0.154 USD");
    }

    [Fact]
    public void A_loss_has_a_negative_margin()
    {
        var job = TextTable.Job(Priced["Tools: a loss: negative margin"]);

        var result = JobPricer.Price(GoldenCard.WithEveryRule, job);

        result.Should().BeOfType<PricingResult.Priced>().Which.Price.Margin.ToString().Should().Be("-0.4 USD");
    }

    [Fact]
    public void An_empty_card_holds_everything_and_estimates_from_its_default_rate()
    {
        var card = GoldenCard.Publish(GoldenCard.Seeded.Content with { Routes = [], Agents = [], Tools = [] });
        var job = TextTable.Job(Priced["The brief: the brief's example"]);

        var result = JobPricer.Price(card, job);

        var held = result.Should().BeOfType<PricingResult.Held>().Subject;
        held.Causes.Select(c => c.Reason).Should().Equal(HoldReason.UnknownRoute, HoldReason.UnknownAgent, HoldReason.UnknownTool);
        held.Exposure.ToString().Should().Be("0.04 USD");
    }
}
