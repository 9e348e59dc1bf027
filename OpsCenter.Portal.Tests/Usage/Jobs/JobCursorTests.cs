using FluentAssertions;
using OpsCenter.Portal.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Jobs;

public sealed class JobCursorTests
{
    [Fact]
    public void A_cursor_survives_the_address()
    {
        var cursor = new JobCursor(
            new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123_457),
            Guid.Parse("0199c1f2-0000-7000-8000-000000000001"),
            JobCursorDirection.Older);

        JobCursor.Parse(cursor.Text, JobCursorDirection.Older).Should().Be(cursor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("older")]
    [InlineData("1_2_3")]
    [InlineData("1_0199c1f2-0000-7000-8000-000000000001")]
    [InlineData("9223372036854775807_0199c1f2000070008000000000000001")]
    [InlineData("-9223372036854775808_0199c1f2000070008000000000000001")]
    public void What_is_no_cursor_shows_the_newest_jobs(string? text) =>
        JobCursor.Parse(text, JobCursorDirection.Older).Should().BeNull();
}
