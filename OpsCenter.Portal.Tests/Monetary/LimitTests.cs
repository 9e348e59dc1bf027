using FluentAssertions;
using OpsCenter.Domain.Monetary;
using Xunit;

namespace OpsCenter.Portal.Tests.Monetary;

public sealed class LimitTests
{
    [Theory]
    [InlineData(4, 5L, false, false)]
    [InlineData(5, 5L, true, false)]
    [InlineData(6, 5L, true, true)]
    [InlineData(0, 0L, true, false)]
    [InlineData(1, 0L, true, true)]
    [InlineData(0, 1L, false, false)]
    [InlineData(long.MaxValue, null, false, false)]
    public void Equal_is_reached_but_not_passed_and_no_limit_never_bites(long amount, long? limit, bool isReached, bool isPassed)
    {
        Limit.IsReached(amount, limit).Should().Be(isReached);
        Limit.IsPassed(amount, limit).Should().Be(isPassed);
    }

    [Fact]
    public void Money_of_two_currencies_is_not_compared()
    {
        var act = () => Limit.IsReached(Money.Zero(Currency.Usd), Money.Zero(Currency.Of("EUR")));

        act.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void The_smallest_step_of_a_fee_counts()
    {
        var limit = new Money(0.4m, Currency.Usd);

        Limit.IsPassed(limit with { Amount = 0.400000000001m }, limit).Should().BeTrue();
        Limit.IsReached(limit with { Amount = 0.399999999999m }, limit).Should().BeFalse();
    }
}
