using FluentAssertions;
using OpsCenter.Brigade.Hosting;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Hosting;

public sealed class BackOffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    [Fact]
    public void Each_failure_waits_twice_as_long_up_to_the_limit()
    {
        var backOff = new BackOff(First, Most, () => 1);

        Enumerable.Range(0, 6).Select(_ => backOff.Next().TotalSeconds).Should().Equal(1, 2, 4, 8, 10, 10);
    }

    [Fact]
    public void Waits_are_spread_over_half_of_their_length()
    {
        new BackOff(First, Most, () => 0).Next().TotalSeconds.Should().Be(0.5);
    }

    [Fact]
    public void A_success_begins_anew()
    {
        var backOff = new BackOff(First, Most, () => 1);
        backOff.Next();
        backOff.Next();

        backOff.Reset();

        backOff.Next().Should().Be(First);
    }

    [Fact]
    public void What_the_other_side_asks_for_is_the_least()
    {
        new BackOff(First, Most, () => 0).Next(TimeSpan.FromSeconds(60)).TotalSeconds.Should().Be(60);
        new BackOff(First, Most, () => 1).Next(TimeSpan.FromMilliseconds(1)).Should().Be(First);
    }

    [Fact]
    public void A_long_absence_does_not_overflow()
    {
        var backOff = new BackOff(First, Most, () => 1);

        for (var failure = 0; failure < 100_000; failure++)
            backOff.Next();

        backOff.Next().Should().Be(Most);
    }
}
