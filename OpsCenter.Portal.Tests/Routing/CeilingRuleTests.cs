using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Routing;
using OpsCenter.Domain.Usage;
using Xunit;

namespace OpsCenter.Portal.Tests.Routing;

public sealed class CeilingRuleTests
{
    [Fact]
    public void The_least_of_what_is_set_counts_and_nothing_set_is_no_ceiling()
    {
        CeilingRule.Of(Usd(3m), Usd(2m), Usd(1m)).Should().Be(new Ceiling(Usd(1m), CeilingSource.Request));
        CeilingRule.Of(Usd(3m), Usd(2m), null).Should().Be(new Ceiling(Usd(2m), CeilingSource.Customer));
        CeilingRule.Of(Usd(2m), Usd(2m), Usd(2m)).Should().Be(new Ceiling(Usd(2m), CeilingSource.Agent));
        CeilingRule.Of(null, null, null).Should().BeNull();
    }

    [Theory]
    [InlineData("0.469", "0.469", false)]
    [InlineData("0.469", "0.468999999999", true)]
    [InlineData("0", "0", false)]
    [InlineData("0.000000000001", "0", true)]
    [InlineData("214000000000", null, false)]
    public void A_job_may_cost_its_ceiling_and_not_the_smallest_step_more(string cost, string? most, bool isOver)
    {
        var amount = Usd(Number(cost));
        var ceiling = most is null ? null : new Ceiling(Usd(Number(most)), CeilingSource.Agent);
        var zero = Usd(0m);
        var free = new JobPrice(zero, zero, zero, zero, zero);
        var estimate = new JobEstimate(free, free with { AgentFee = amount }, free with { AgentFee = amount + Usd(1m) });

        CeilingRule.Refuses(ceiling, estimate).Should().Be(isOver);
        CeilingRule.Stops(ceiling, amount).Should().Be(isOver);
    }

    private static decimal Number(string text) => DecimalText.TryParse(text, out var number) ? number : throw new FormatException(text);

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
