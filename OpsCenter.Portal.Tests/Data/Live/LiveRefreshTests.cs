using System.Threading.Channels;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Portal.Data.Live;
using Xunit;

namespace OpsCenter.Portal.Tests.Data.Live;

public sealed class LiveRefreshTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private readonly LiveMarks marks = new();
    private readonly Channel<DateTimeOffset> readings = Channel.CreateUnbounded<DateTimeOffset>();

    [Fact]
    public async Task A_page_that_is_told_again_and_again_reads_twice_a_second_at_most()
    {
        var gaps = await GapsOfAsync(5, meanwhile: Tell);

        gaps.Should().OnlyContain(gap => gap >= LiveRefresh.Pause);
    }

    [Fact]
    public async Task A_page_that_is_told_nothing_reads_once_a_minute()
    {
        var gaps = await GapsOfAsync(3, meanwhile: () => { });

        gaps.Should().OnlyContain(gap => gap >= LiveRefresh.LongestWait);
    }

    [Fact]
    public async Task A_page_that_could_not_read_tries_again_soon_without_being_told()
    {
        using var end = new CancellationTokenSource();
        var running = new LiveRefresh(marks, TimeProvider.System).RunAsync(LiveTopic.Usage, () => ReadAsync(could: false), end.Token);
        Tell();
        await NextAsync();

        await NextAsync();

        await StopAsync(end, running);
        Patience.Should().BeLessThan(LiveRefresh.LongestWait);
    }

    private async Task<List<TimeSpan>> GapsOfAsync(int count, Action meanwhile)
    {
        using var end = new CancellationTokenSource();
        var running = new LiveRefresh(marks, clock).RunAsync(LiveTopic.Usage, () => ReadAsync(could: true), end.Token);

        while (readings.Reader.Count < count && !running.IsCompleted)
        {
            meanwhile();
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await StopAsync(end, running);
        readings.Writer.Complete();
        var read = await readings.Reader.ReadAllAsync().ToListAsync();

        return [.. read.Zip(read.Skip(1), (one, next) => next - one)];
    }

    private Task<bool> ReadAsync(bool could)
    {
        readings.Writer.TryWrite(clock.GetUtcNow());

        return Task.FromResult(could);
    }

    private async Task NextAsync() => await readings.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private void Tell()
    {
        foreach (var follower in marks.FollowersOf(LiveTopic.Usage))
        {
            follower.Tell();
        }
    }

    private static async Task StopAsync(CancellationTokenSource end, Task running)
    {
        await end.CancelAsync();
        var ended = () => running;
        await ended.Should().ThrowAsync<OperationCanceledException>();
    }
}
