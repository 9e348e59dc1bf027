using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Pricing;

public sealed class HoldPricingTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    // What the versions after the first know of route r and tool t, how old the job is, and what the estimate was. A job on r alone costs
    // 1 on every version that knows r.
    [Theory]
    [InlineData("-", "1d", 1, "waits: UnknownRoute")]
    [InlineData("r", "1d", 1, "version 1 charges 1")]
    [InlineData("- r", "1d", 1, "version 2 charges 1")]
    [InlineData("- r r r", "1d", 1, "version 2 charges 1")]
    [InlineData("- - - r", "1d", 2, "version 4 charges 1")]
    [InlineData("- r -", "1d", 1, "version 2 charges 1")]
    [InlineData("- r", "1d", 0.999999999999, "version 2 proposes 1")]
    [InlineData("- r", "30d", 1, "version 2 charges 1")]
    [InlineData("- r", "30d+", 1, "version 2 proposes 1")]
    [InlineData("r", "30d+", 1, "version 1 proposes 1")]
    public void The_earliest_version_that_knows_everything_prices(string versions, string age, double exposure, string expected)
    {
        var decision = HoldPricing.Decide(Versions(versions), Job(tool: false), Usd((decimal)exposure), Now - Age(age), Now);

        Text(decision).Should().Be(expected);
    }

    [Theory]
    [InlineData("r", "waits: UnknownTool")]
    [InlineData("r t", "waits: UnknownRoute")]
    [InlineData("r t rt", "version 3 charges 3")]
    [InlineData("t r rt rt", "version 3 charges 3")]
    public void A_version_that_knows_only_a_part_does_not(string versions, string expected)
    {
        var decision = HoldPricing.Decide(Versions(versions), Job(tool: true), Usd(3m), Now, Now);

        Text(decision).Should().Be(expected);
    }

    [Fact]
    public void Without_a_version_there_is_no_decision()
    {
        var decide = () => HoldPricing.Decide([], Job(tool: false), Usd(1m), Now, Now);

        decide.Should().Throw<ArgumentException>();
    }

    private static string Text(HoldDecision decision) => decision switch
    {
        HoldDecision.Charges(var card, var price) => $"version {card.Version} charges {DecimalText.Format(price.Total.Amount)}",
        HoldDecision.Proposes(var card, var price) => $"version {card.Version} proposes {DecimalText.Format(price.Total.Amount)}",
        HoldDecision.Waits(var missing) => $"waits: {string.Join(", ", missing.Select(cause => cause.Reason))}",
        _ => throw new InvalidOperationException(),
    };

    private static TimeSpan Age(string age) => age switch
    {
        "1d" => TimeSpan.FromDays(1),
        "30d" => TimeSpan.FromDays(30),
        _ => TimeSpan.FromDays(30) + TimeSpan.FromTicks(1),
    };

    private static RateCard[] Versions(string text) => [.. text.Split(' ').Select((known, index) => new RateCard(
        index + 1,
        Now.AddYears(-1).AddDays(index),
        Now.AddYears(-1).AddDays(index),
        new RateCardContent(
            Currency.Usd,
            DefaultAgentRatePer1K: 0m,
            known.Contains('r') ? [GoldenCard.Route("x:r", 1m, 0m, 0m)] : [],
            [GoldenCard.Agent("agent", 0m)],
            known.Contains('t') ? [GoldenCard.Tool("t", 2m, 0m)] : [])))];

    private static JobUsage Job(bool tool) => new()
    {
        Agent = "agent",
        Route = "x:r",
        InputTokens = 1_000,
        Tools = tool ? [new ToolUse("t", 1m)] : [],
    };

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
