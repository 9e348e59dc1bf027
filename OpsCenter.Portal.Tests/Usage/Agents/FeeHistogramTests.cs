using FluentAssertions;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Agents;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Agents;

public sealed class FeeHistogramTests
{
    // A hundred jobs: 10 free, 60 at 0.10…0.11, 29 at 0.40…0.41, one at 3.
    private static readonly FeeHistogram Hundred = new(Currency.Usd, [new(0m, 10, 0m), new(0.10m, 60, 6.3m), new(0.40m, 29, 11.7m), new(3m, 1, 3m)]);

    [Theory]
    [InlineData(1, "0")]
    [InlineData(10, "0")]
    [InlineData(11, "0.10")]
    [InlineData(50, "0.10")]
    [InlineData(70, "0.10")]
    [InlineData(71, "0.40")]
    [InlineData(99, "0.40")]
    [InlineData(100, "3")]
    public void A_percentile_is_the_price_that_so_many_of_a_hundred_do_not_pass(int percent, string price) =>
        Hundred.Percentile(percent).Should().Be(new Money(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "1")]
    [InlineData(3, "2")]
    public void Of_few_jobs_the_median_is_one_that_was(int jobs, string price)
    {
        var histogram = new FeeHistogram(Currency.Usd, [.. Enumerable.Range(1, jobs).Select(i => new FeeBucket(i, 1, i))]);

        histogram.Percentile(50)!.Value.Amount.Should().Be(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void There_is_no_percentile_outside_of_a_hundred(int percent)
    {
        var act = () => Hundred.Percentile(percent);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Without_jobs_there_is_neither_percentile_nor_ceiling_nor_effect()
    {
        var none = new FeeHistogram(Currency.Usd, []);

        none.Percentile(50).Should().BeNull();
        none.Ceilings.Should().BeEmpty();
        none.At(0.4m).Should().Be(new CeilingEffect(new Money(0.4m, Currency.Usd), 0, 0, Money.Zero(Currency.Usd)));
        none.At(0.4m).Percent.Should().Be(0m);
    }

    [Theory]
    [InlineData("0.10", 90, "90", "21")]
    [InlineData("0.11", 30, "30", "14.7")]
    [InlineData("0.40", 30, "30", "14.7")]
    [InlineData("0.41", 1, "1", "3")]
    [InlineData("3", 1, "1", "3")]
    [InlineData("3.1", 0, "0", "0")]
    public void A_ceiling_counts_the_jobs_that_cost_as_much_or_more_and_what_they_cost(string ceiling, long stopped, string percent, string cost)
    {
        var effect = Hundred.At(Number(ceiling));

        (effect.Stopped, effect.Jobs, effect.Percent, effect.Cost.Amount).Should().Be((stopped, 100L, Number(percent), Number(cost)));
    }

    [Fact]
    public void Ceilings_to_try_are_the_prices_that_were_paid() => Hundred.Ceilings.Should().Equal(0.10m, 0.40m, 3m);

    [Fact]
    public void Jobs_and_totals_are_added_up() => (Hundred.Jobs, Hundred.Total.Amount).Should().Be((100L, 21m));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
