using FluentAssertions;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Brigade.Reports;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

public sealed class ReportSpoolTests : IDisposable
{
    private readonly SpoolFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Reports_come_out_in_order_with_the_bytes_they_went_in_with()
    {
        using var open = fixture.Open();
        await open.AppendInOrderAsync("a", "b", "c");

        var window = open.Spool.Read(10, int.MaxValue);

        window.Reports.Select(report => report.JobId).Should().Equal("a", "b", "c");
        window.Reports[1].Body.Should().Equal(ReportJson.Write(JobReports.Of("b")));
    }

    [Fact]
    public async Task What_is_not_acknowledged_is_read_again_after_a_kill()
    {
        using var open = fixture.Open();
        await open.AppendInOrderAsync("a", "b", "c", "d");
        open.Spool.Acknowledge(open.Spool.Read(2, int.MaxValue).End);

        using var killed = fixture.Open(fixture.Copy());

        killed.Spool.Count.Should().Be(2);
        killed.Drain().Should().Equal("c", "d");
        killed.Spool.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_window_keeps_to_the_limits()
    {
        using var open = fixture.Open();
        await open.AppendInOrderAsync("a", "b", "c");
        var two = ReportJson.Write(JobReports.Of("a")).Length * 2;

        open.Spool.Read(2, int.MaxValue).Reports.Should().HaveCount(2);
        open.Spool.Read(10, two + 2).Reports.Should().HaveCount(2);
        open.Spool.Read(10, two + 1).Reports.Should().HaveCount(1);
        open.Spool.Read(10, 1).Reports.Should().HaveCount(1, "a report that alone is too large must not hold up everything");
    }

    [Fact]
    public async Task Segments_follow_one_another_and_go_when_all_of_theirs_is_acknowledged()
    {
        fixture.Options = new SpoolOptions { SegmentBytes = 1_000 };
        using var open = fixture.Open();
        await open.AppendInOrderAsync(Enumerable.Range(10, 20).Select(i => $"job-{i}"));
        var before = SpoolFixture.SegmentsIn(fixture.Path).Length;

        var jobs = open.Drain();

        before.Should().BeGreaterThan(5);
        jobs.Should().Equal(Enumerable.Range(10, 20).Select(i => $"job-{i}"));
        SpoolFixture.SegmentsIn(fixture.Path).Should().ContainSingle("only the one that is written stays");
    }

    [Fact]
    public async Task Many_starts_and_kills_lose_nothing()
    {
        fixture.Options = new SpoolOptions { SegmentBytes = 1_500 };
        var expected = new List<string>();
        var path = fixture.Path;
        for (var start = 0; start < 6; start++)
        {
            using var open = fixture.Open(path);
            await open.AppendInOrderAsync($"{start}-a", $"{start}-b", $"{start}-c");
            expected.AddRange([$"{start}-a", $"{start}-b", $"{start}-c"]);
            var window = open.Spool.Read(1, int.MaxValue);
            window.Reports[0].JobId.Should().Be(expected[0]);
            open.Spool.Acknowledge(window.End);
            expected.RemoveAt(0);
            open.Spool.Count.Should().Be(expected.Count);
        }

        using var last = fixture.Open(path);

        last.Drain().Should().Equal(expected);
    }

    [Fact]
    public async Task Many_waiting_reports_share_one_fsync()
    {
        var disk = new BrokenDisk();
        using var release = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        disk.BeforeFlush = () =>
        {
            entered.Set();
            release.Wait();
        };
        using var open = fixture.Open(output: disk.Open);
        var first = open.AppendAsync("first");
        entered.Wait();

        var others = open.AppendAsync(Enumerable.Range(0, 200).Select(i => $"job-{i}"));
        release.Set();
        await Task.WhenAll(first, others);

        disk.Flushes.Should().Be(2);
        open.Spool.Count.Should().Be(201);
    }

    [Fact]
    public async Task A_report_counts_only_when_it_is_durable()
    {
        var disk = new BrokenDisk();
        using var release = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        disk.BeforeFlush = () =>
        {
            entered.Set();
            release.Wait();
        };
        using var open = fixture.Open(output: disk.Open);
        var append = open.AppendAsync("a");
        entered.Wait();

        var (done, seen) = (append.IsCompleted, open.Spool.Read(10, int.MaxValue).Reports.Count);
        release.Set();
        await append;

        done.Should().BeFalse();
        seen.Should().Be(0, "what is not durable must not be reported either");
        open.Spool.Read(10, int.MaxValue).Reports.Should().ContainSingle();
    }

    [Fact]
    public async Task A_full_disk_fails_the_report_and_spoils_no_other()
    {
        var disk = new BrokenDisk();
        using var open = fixture.Open(output: disk.Open);
        await open.AppendAsync("before");
        disk.IsFull = true;

        var append = async () => await open.AppendAsync("during");

        (await append.Should().ThrowAsync<SpoolException>()).WithMessage("*No space left on device*");
        open.Spool.Failure.Should().NotBeNull();
        disk.IsFull = false;
        await open.AppendAsync("after");
        open.Spool.Failure.Should().BeNull();
        using var killed = fixture.Open(fixture.Copy());
        killed.Drain().Should().Equal("before", "after");
        open.Drain().Should().Equal("before", "after");
    }

    [Fact]
    public async Task A_report_that_Ops_Center_would_not_take_is_refused_at_once()
    {
        using var open = fixture.Open();
        var report = JobReports.Of("a");
        var large = report with { Metadata = report.Metadata.Add("much", new string('x', ReportJson.MaxBytes)) };

        var append = () => open.Spool.AppendAsync(large, CancellationToken.None);

        await append.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public void Two_cannot_use_one_folder()
    {
        using var open = fixture.Open();

        var second = () => fixture.Open();

        second.Should().Throw<BrigadeStartException>().WithMessage("*Brigade:Data*");
    }

    [Fact]
    public async Task The_oldest_report_says_since_when_it_waits()
    {
        using var open = fixture.Open();
        open.Spool.OldestSpooledAt.Should().BeNull();
        await open.AppendAsync("a");

        open.Spool.OldestSpooledAt.Should().NotBeNull();
        open.Drain();
        open.Spool.OldestSpooledAt.Should().BeNull();
    }
}
