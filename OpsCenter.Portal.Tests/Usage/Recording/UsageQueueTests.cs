using FluentAssertions;
using Microsoft.Extensions.Options;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class UsageQueueTests
{
    private static readonly StoredUsage Job = new(
        Guid.Empty, "test", "test", Reports.Now, Reports.Now, Reports.Valid(Reports.Brief().ToJsonString()));

    [Fact]
    public void A_full_queue_refuses_a_request_whole()
    {
        var queue = Queue(capacity: 3);

        var answers = new[] { queue.TryAdd(Of(2)), queue.TryAdd(Of(2)), queue.TryAdd(Of(1)), queue.TryAdd(Of(1)) };

        answers.Should().Equal(true, false, true, false);
        queue.Depth.Should().Be(3);
    }

    [Fact]
    public void It_is_full_by_bytes_as_well()
    {
        var queue = Queue(capacity: 1_000, bytes: 2 * Job.Report.Size);

        var answers = new[] { queue.TryAdd(Of(1)), queue.TryAdd(Of(2)), queue.TryAdd(Of(1)), queue.TryAdd(Of(1)) };

        answers.Should().Equal(true, false, true, false);
    }

    [Fact]
    public void What_is_taken_out_makes_room()
    {
        var queue = Queue(capacity: 2);
        queue.TryAdd(Of(2));
        var batch = new List<PendingReport>();

        queue.TakeInto(batch);

        batch.Should().HaveCount(2);
        queue.TryAdd(Of(2)).Should().BeTrue();
    }

    [Fact]
    public void A_transaction_takes_whole_requests_until_it_has_enough()
    {
        var queue = Queue(capacity: 100, commit: 3);
        var sizes = new[] { 2, 2, 1 };
        Array.ForEach(sizes, size => queue.TryAdd(Of(size)));
        var (first, second) = (new List<PendingReport>(), new List<PendingReport>());

        queue.TakeInto(first);
        queue.TakeInto(second);

        (first.Count, second.Count).Should().Be((4, 1));
    }

    [Fact]
    public async Task A_sender_who_left_before_anything_was_written_is_not_stored()
    {
        using var left = new CancellationTokenSource();
        var queue = Queue(capacity: 10);
        var (gone, here) = (new UsageSubmission([Job], left.Token), Of(1));
        queue.TryAdd(gone);
        queue.TryAdd(here);
        await left.CancelAsync();
        var batch = new List<PendingReport>();

        queue.TakeInto(batch);

        batch.Should().ContainSingle().Which.Submission.Should().BeSameAs(here);
        await gone.Completion.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_closed_queue_takes_nothing_but_gives_what_it_has()
    {
        var queue = Queue(capacity: 10);
        queue.TryAdd(Of(1));

        queue.Close();

        queue.TryAdd(Of(1)).Should().BeFalse();
        queue.Wait(atLeast: 100).Should().BeTrue();
        queue.TakeInto([]);
        queue.Wait(atLeast: 1).Should().BeFalse();
    }

    private static UsageQueue Queue(int capacity, long bytes = 1_000_000, int commit = 100) =>
        new(Options.Create(new RecordingOptions { QueueCapacity = capacity, QueueBytes = bytes, CommitSize = commit }));

    private static UsageSubmission Of(int jobs) => new([.. Enumerable.Repeat(Job, jobs)], CancellationToken.None);
}
