using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Shell.Exports;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Exports;

public sealed class CsvWriterTests
{
    private static readonly Gen<string> Awkward = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get))),
        Gen.Elements("a", "\"", ",", "\r\n", "\r", "\n", " ", "=1+1", "é", "😀", "").ArrayOf().Select(string.Concat));

    [Property]
    public Property What_is_read_back_is_what_was_written() => Prop.ForAll(
        Arb.From(Awkward.NonEmptyListOf().NonEmptyListOf()),
        lines => CsvText.Parse(Write([.. lines.Select(line => line.Select(CsvCell.Text).ToArray())]))
            .Select(line => string.Join('\u0001', line))
            .SequenceEqual(lines.Select(line => string.Join('\u0001', line.Select(Guarded)))));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_is_quoted_only_where_it_must_be(string? text, string written) =>
        Write([[CsvCell.Text(text), CsvCell.Text("end")]]).Should().Be($"\uFEFF{written},end\r\n");

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    public void Text_that_a_spreadsheet_would_run_is_defused(string text) => CsvCell.Text(text).Content.Should().Be($"'{text}");

    [Fact]
    public void Numbers_stay_numbers_and_keep_their_digits()
    {
        CsvCell.Number(-42L).Content.Should().Be("-42");
        CsvCell.Amount(new Money(-0.000000000001m, Currency.Of("USD"))).Content.Should().Be("-0.000000000001");
        CsvCell.Amount(new Money(1234567.890m, Currency.Of("USD"))).Content.Should().Be("1234567.89");
        CsvCell.Amount(null).Content.Should().BeEmpty();
    }

    [Fact]
    public void Times_are_utc_and_exact()
    {
        CsvCell.Time(new DateTimeOffset(2026, 6, 15, 14, 0, 0, TimeSpan.FromHours(2))).Content.Should().Be("2026-06-15T12:00:00Z");
        CsvCell.Time(new DateTimeOffset(2026, 6, 15, 12, 0, 0, 120, 3, TimeSpan.Zero)).Content.Should().Be("2026-06-15T12:00:00.120003Z");
        CsvCell.Time(null).Content.Should().BeEmpty();
    }

    [Fact]
    public async Task It_holds_no_more_than_a_buffer_however_many_lines_come()
    {
        var sink = new CountingStream();
        var csv = new CsvWriter(sink);
        var (line, produced) = (new[] { CsvCell.Text(new string('x', 98)) }, 0L);

        for (var i = 0; i < 50_000; i++)
        {
            await csv.WriteAsync(line, CancellationToken.None);
            produced += 100;
            (produced - sink.Written).Should().BeLessThan(CsvWriter.BufferSize);
        }

        await csv.FlushAsync(CancellationToken.None);
        (sink.Written, sink.Largest < CsvWriter.BufferSize * 2).Should().Be((produced + 3, true));
    }

    private static string Guarded(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;

    private static string Write(CsvCell[][] lines)
    {
        using var stream = new MemoryStream();
        var csv = new CsvWriter(stream);

        foreach (var line in lines)
            csv.WriteAsync(line, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        csv.FlushAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
