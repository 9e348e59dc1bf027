using FluentAssertions;
using OpsCenter.Portal.Shell.Documents;
using UglyToad.PdfPig;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell.Documents;

public sealed class PdfSheetTests
{
    [Fact]
    public void What_is_written_can_be_read_again_with_letters_that_the_typeface_lacks_replaced()
    {
        using var sheet = new PdfSheet("Invoice", "Test mode, no money moves");
        sheet.Line("Müller & Söhne, Łódź 漢", 12, PdfTone.Strong);
        sheet.Blocks([("Seller", PdfTone.Muted), ("Ops-Center", PdfTone.Normal)], [("Buyer", PdfTone.Muted), ("Acme", PdfTone.Normal)]);
        sheet.Totals([("Total", "1,234.50 USD", PdfTone.Strong)]);

        var text = TextOf(sheet.Build());

        text.Should().ContainAll("Müller & Söhne, Łódź ?", "Ops-Center", "Acme", "1,234.50 USD", "Test mode, no money moves", "Page 1 of 1");
    }

    [Fact]
    public void A_long_table_goes_on_over_pages_and_repeats_its_head()
    {
        using var sheet = new PdfSheet("Usage", "Foot");
        sheet.Table(
            [new PdfColumn("Agent", 3), new PdfColumn("Amount", 1, AlignsRight: true)],
            Enumerable.Range(1, 120).Select(n => new[] { $"agent_{n} {new string('x', n)}", $"{n}.00" }));

        using var file = PdfDocument.Open(sheet.Build());

        file.NumberOfPages.Should().BeGreaterThan(2);
        file.GetPages().Should().OnlyContain(page => page.GetWords().Any(word => word.Text == "Agent") && page.GetWords().All(word => word.BoundingBox.Right <= 546));
        file.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text).Should().Contain("120.00");
    }

    private static string TextOf(byte[] bytes)
    {
        using var file = PdfDocument.Open(bytes);

        return string.Join("\n", file.GetPages().Select(page => string.Join(" ", page.GetWords().Select(word => word.Text))));
    }
}
