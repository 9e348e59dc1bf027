using System.Text;
using FluentAssertions;
using OpsCenter.Brigade.Reports;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Reports;

/// <summary>What a kill, a power cut or a bad disk can leave, at every byte.</summary>
public sealed class SpoolCrashTests : IDisposable
{
    private static readonly string[] Jobs = ["first", "second", "third"];

    private readonly SpoolFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_segment_cut_at_any_byte_keeps_every_whole_report()
    {
        var (segment, ends) = await WriteAsync();

        for (var cut = 0; cut <= segment.Length; cut++)
        {
            using var open = Reopen(segment[..cut]);

            open.Drain().Should().Equal(Jobs[..ends.Count(end => end <= cut)], "it was cut after {0} bytes", cut);
            await open.Spool.AppendAsync(Small("new"), CancellationToken.None);
            open.Drain().Should().Equal("new");
        }
    }

    [Fact]
    public async Task A_changed_byte_costs_the_report_it_is_in_and_no_other()
    {
        var (segment, ends) = await WriteAsync();

        for (var at = 0; at < segment.Length; at++)
        {
            byte[] changed = [.. segment];
            changed[at] ^= 0x55;
            using var open = Reopen(changed);

            open.Drain().Should().Equal(Jobs.Where((_, job) => job != ends.Count(end => end <= at)), "byte {0} was changed", at);
        }
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    [InlineData(0x7B)]
    public async Task What_a_file_system_leaves_behind_the_end_is_no_report(byte filler)
    {
        var (segment, _) = await WriteAsync();
        using var open = Reopen([.. segment, .. Enumerable.Repeat(filler, 5_000)]);

        open.Spool.Count.Should().Be(3);
        open.Drain().Should().Equal(Jobs);
    }

    [Fact]
    public async Task A_damaged_segment_in_the_middle_is_passed_over_and_kept()
    {
        fixture.Options = new SpoolOptions { SegmentBytes = 1 };
        var path = await WriteAndCopyAsync();
        var segments = SpoolFixture.SegmentsIn(path);
        var middle = await File.ReadAllBytesAsync(segments[1]);
        middle[20] ^= 1;
        await File.WriteAllBytesAsync(segments[1], middle);
        using var open = fixture.Open(path);

        open.Drain().Should().Equal("first", "third");

        open.Spool.DamagedBytes.Should().Be(middle.Length);
        File.Exists(Path.ChangeExtension(segments[1], ".damaged")).Should().BeTrue();
        open.Spool.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_spoiled_position_repeats_reports_and_loses_none()
    {
        using var writing = fixture.Open();
        await WriteJobsAsync(writing);
        writing.Spool.Acknowledge(writing.Spool.Read(1, int.MaxValue).End);
        writing.Spool.Acknowledge(writing.Spool.Read(1, int.MaxValue).End);
        var position = await File.ReadAllBytesAsync(Path.Combine(fixture.SpoolPath, "acknowledged"));

        for (var at = 0; at < position.Length; at++)
        {
            byte[] changed = [.. position];
            changed[at] ^= 0x55;
            using var cut = await ReopenWithPositionAsync(position[..at]);
            using var spoiled = await ReopenWithPositionAsync(changed);

            Jobs.Should().EndWith(cut.Drain().Should().EndWith("third").And.Subject);
            Jobs.Should().EndWith(spoiled.Drain().Should().EndWith("third").And.Subject);
            cut.Spool.Count.Should().Be(0);
        }
    }

    private async Task<(byte[] Segment, int[] Ends)> WriteAsync()
    {
        var path = await WriteAndCopyAsync();
        var segment = await File.ReadAllBytesAsync(SpoolFixture.SegmentsIn(path).Single());
        var sizes = Jobs.Select(job => SpoolFrame.HeaderBytes + Small(job).Length).ToArray();
        return (segment, [sizes[0], sizes[0] + sizes[1], sizes.Sum()]);
    }

    private async Task<string> WriteAndCopyAsync()
    {
        using var open = fixture.Open();
        await WriteJobsAsync(open);
        return fixture.Copy();
    }

    // Short, because every byte costs a test.
    private static byte[] Small(string job) => Encoding.UTF8.GetBytes($$"""{"job_id":"{{job}}"}""");

    private static async Task WriteJobsAsync(OpenSpool open)
    {
        foreach (var job in Jobs)
            await open.Spool.AppendAsync(Small(job), CancellationToken.None);
    }

    private OpenSpool Reopen(byte[] segment)
    {
        var copy = fixture.Copy();
        File.WriteAllBytes(SpoolFixture.SegmentsIn(copy).Single(), segment);
        return fixture.Open(copy);
    }

    private async Task<OpenSpool> ReopenWithPositionAsync(byte[] position)
    {
        var copy = fixture.Copy();
        await File.WriteAllBytesAsync(Path.Combine(copy, "spool", "acknowledged"), position);
        return fixture.Open(copy);
    }
}
