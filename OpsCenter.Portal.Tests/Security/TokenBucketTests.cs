using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Portal.Security;
using Xunit;

namespace OpsCenter.Portal.Tests.Security;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_full_bucket_gives_its_burst_and_then_says_how_long_to_wait()
    {
        var bucket = Bucket(permitsPerSecond: 10, burst: 3);

        var waits = Take(bucket, 4);

        waits.Should().Equal(null, null, null, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void After_the_wait_there_is_exactly_one_token()
    {
        var bucket = Bucket(permitsPerSecond: 10, burst: 3);
        Take(bucket, 3);
        clock.Advance(TimeSpan.FromMilliseconds(100));

        var waits = Take(bucket, 2);

        waits.Should().Equal(null, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void A_long_pause_fills_no_more_than_the_burst()
    {
        var bucket = Bucket(permitsPerSecond: 10, burst: 3);
        clock.Advance(TimeSpan.FromHours(1));

        var passed = Take(bucket, 5).Count(wait => wait is null);

        passed.Should().Be(3);
    }

    [Fact]
    public void Takers_at_once_get_no_token_twice()
    {
        var bucket = Bucket(permitsPerSecond: 1, burst: 1_000);
        var passed = 0;

        Parallel.For(0, 4_000, _ =>
        {
            if (bucket.TryTake() is null)
            {
                Interlocked.Increment(ref passed);
            }
        });

        passed.Should().Be(1_000);
    }

    [Fact]
    public void The_fastest_rate_is_one_token_a_microsecond()
    {
        var bucket = Bucket(permitsPerSecond: MachineApiOptions.Max, burst: 1);

        var waits = Take(bucket, 2);

        waits.Should().Equal(null, TimeSpan.FromMicroseconds(1));
    }

    private TokenBucket Bucket(int permitsPerSecond, int burst) => new(permitsPerSecond, burst, clock);

    private static List<TimeSpan?> Take(TokenBucket bucket, int count) => [.. Enumerable.Range(0, count).Select(_ => bucket.TryTake())];
}
