using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace OpsCenter.Portal.Shell.Documents;

/// <summary>
/// A document on A4 that is written from top to bottom and breaks into pages by itself. Its text can be copied and searched. Characters that
/// the typeface lacks are written as "?", because a document with a foreign name is better than none.
/// </summary>
public sealed class PdfSheet : IDisposable
{
    private const double Left = 50;
    private const double Right = 545;
    private const double Top = 56;
    private const double Bottom = 780;
    private const double LineFactor = 1.4;
    private const double CellGap = 10;
    private const double BodySize = 9.5;
    private const double FootSize = 8;
    private readonly PdfDocumentBuilder builder = new() { ArchiveStandard = PdfAStandard.None };
    private readonly PdfDocumentBuilder.AddedFont regular;
    private readonly PdfDocumentBuilder.AddedFont semibold;
    private readonly List<PdfPageBuilder> pages = [];
    private readonly Dictionary<char, bool> known = [];
    private readonly string foot;

    /// <summary>Begins a document.</summary>
    /// <param name="title">Its title, for readers of the file.</param>
    /// <param name="foot">Stands at the foot of each page, before the page's number.</param>
    public PdfSheet(string title, string foot)
    {
        this.foot = foot;
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Producer = "Ops-Center";
        regular = builder.AddTrueTypeFont(PdfFonts.Regular);
        semibold = builder.AddTrueTypeFont(PdfFonts.SemiBold);
        BreakPage();
    }

    /// <summary>Where the next text begins, in points from the top of the page.</summary>
    public double Y { get; private set; }

    private PdfPageBuilder Page => pages[^1];

    /// <inheritdoc />
    public void Dispose() => builder.Dispose();

    /// <summary>Writes a line and goes below it.</summary>
    public void Line(string text, double size = BodySize, PdfTone tone = PdfTone.Normal)
    {
        Reserve(size * LineFactor);
        Write(text, Left, size, tone);
        Y += size * LineFactor;
    }

    /// <summary>Writes a text that wraps, and goes below it.</summary>
    public void Paragraph(string text, double size = BodySize, PdfTone tone = PdfTone.Normal)
    {
        foreach (var line in Wrap(text, size, tone, Right - Left))
            Line(line, size, tone);
    }

    /// <summary>Writes blocks of lines side by side, each in its part of the width, and goes below the longest.</summary>
    /// <param name="blocks">Lines with their tones.</param>
    public void Blocks(params IReadOnlyList<(string Text, PdfTone Tone)>[] blocks)
    {
        var width = (Right - Left) / blocks.Length;
        Reserve(blocks.Max(block => block.Count) * BodySize * LineFactor);
        var (top, lowest) = (Y, Y);

        for (var index = 0; index < blocks.Length; index++)
        {
            Y = top;

            foreach (var (text, tone) in blocks[index])
            {
                foreach (var line in Wrap(text, BodySize, tone, width - CellGap))
                {
                    Write(line, Left + (index * width), BodySize, tone);
                    Y += BodySize * LineFactor;
                }
            }

            lowest = Math.Max(lowest, Y);
        }

        Y = lowest;
    }

    /// <summary>Writes a table; its head is repeated on each page, and a row is never torn apart.</summary>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var edges = EdgesOf(columns);
        Head(columns, edges);

        foreach (var row in rows)
        {
            var cells = row.Select((cell, index) => Wrap(cell, BodySize, PdfTone.Normal, edges[index + 1] - edges[index] - CellGap).ToArray()).ToArray();
            var height = (cells.Max(cell => cell.Length) * BodySize * LineFactor) + 6;

            if (Y + height > Bottom)
            {
                BreakPage();
                Head(columns, edges);
            }

            Cells(cells, columns, edges, PdfTone.Normal);
            Y += height;

            // Y is where the next row's letters stand; the line lies halfway above them.
            Rule(Y - (BodySize * LineFactor));
        }
    }

    /// <summary>Writes labels with their figures at the right edge: totals.</summary>
    public void Totals(IEnumerable<(string Label, string Figure, PdfTone Tone)> rows)
    {
        foreach (var (label, figure, tone) in rows)
        {
            Reserve(BodySize * LineFactor);
            Write(label, Left + ((Right - Left) * 0.4), BodySize, tone);
            WriteRight(figure, Right - CellGap, BodySize, tone);
            Y += BodySize * LineFactor;
        }
    }

    /// <summary>Leaves some room.</summary>
    public void Space(double points) => Y += points;

    /// <summary>The finished file.</summary>
    public byte[] Build()
    {
        for (var number = 1; number <= pages.Count; number++)
        {
            Y = Bottom + 24;
            Write(pages[number - 1], foot, Left, FootSize, PdfTone.Muted);
            var count = string.Create(CultureInfo.InvariantCulture, $"Page {number} of {pages.Count}");
            Write(pages[number - 1], count, Right - WidthOf(count, FootSize, PdfTone.Muted), FootSize, PdfTone.Muted);
        }

        return builder.Build();
    }

    private void Head(IReadOnlyList<PdfColumn> columns, double[] edges)
    {
        Reserve(BodySize * LineFactor * 3);
        Page.SetTextAndFillColor(246, 248, 250);
        Page.SetStrokeColor(246, 248, 250); // a rectangle is always outlined, too
        Page.DrawRectangle(new PdfPoint(Left, Page.PageSize.Height - Y - 7), Right - Left, 20, 1, true);
        Page.ResetColor();
        Cells([.. columns.Select(column => new[] { column.Title })], columns, edges, PdfTone.Strong);
        Y += 22;
    }

    private void Cells(string[][] cells, IReadOnlyList<PdfColumn> columns, double[] edges, PdfTone tone)
    {
        var top = Y;

        for (var index = 0; index < cells.Length; index++)
        {
            Y = top;

            foreach (var line in cells[index])
            {
                if (columns[index].AlignsRight)
                    WriteRight(line, edges[index + 1] - CellGap, BodySize, tone);
                else
                    Write(line, edges[index] + CellGap, BodySize, tone);

                Y += BodySize * LineFactor;
            }
        }

        Y = top;
    }

    private static double[] EdgesOf(IReadOnlyList<PdfColumn> columns)
    {
        var all = columns.Sum(column => column.Share);
        var edges = new double[columns.Count + 1];
        edges[0] = Left;

        for (var index = 0; index < columns.Count; index++)
            edges[index + 1] = edges[index] + ((Right - Left) * columns[index].Share / all);

        return edges;
    }

    private void Rule(double y)
    {
        Page.SetStrokeColor(229, 231, 235);
        Page.DrawLine(new PdfPoint(Left, Page.PageSize.Height - y), new PdfPoint(Right, Page.PageSize.Height - y), 0.5);
        Page.ResetColor();
    }

    private void Reserve(double height)
    {
        if (Y + height > Bottom)
            BreakPage();
    }

    private void BreakPage()
    {
        pages.Add(builder.AddPage(PageSize.A4));
        Y = Top;
    }

    private void WriteRight(string text, double right, double size, PdfTone tone) => Write(text, right - WidthOf(text, size, tone), size, tone);

    private void Write(string text, double x, double size, PdfTone tone) => Write(Page, text, x, size, tone);

    private void Write(PdfPageBuilder page, string text, double x, double size, PdfTone tone)
    {
        if (text.Length == 0)
            return;

        var (red, green, blue) = tone is PdfTone.Muted ? ((byte)107, (byte)114, (byte)128) : ((byte)17, (byte)24, (byte)39);
        page.SetTextAndFillColor(red, green, blue);
        page.AddText(Writable(text), size, new PdfPoint(x, page.PageSize.Height - Y), FontOf(tone));
        page.ResetColor();
    }

    private double WidthOf(string text, double size, PdfTone tone)
    {
        var letters = Page.MeasureText(Writable(text), size, new PdfPoint(0, 0), FontOf(tone));

        return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X;
    }

    private IEnumerable<string> Wrap(string text, double size, PdfTone tone, double width)
    {
        var line = "";

        foreach (var word in text.Split(' ').SelectMany(word => Cut(word, size, tone, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";

            if (line.Length > 0 && WidthOf(longer, size, tone) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        yield return line;
    }

    // A word that is wider than its place is cut where the place ends.
    private IEnumerable<string> Cut(string word, double size, PdfTone tone, double width)
    {
        var from = 0;

        for (var length = 1; from + length <= word.Length; length++)
        {
            if (length > 1 && WidthOf(word.Substring(from, length), size, tone) > width)
            {
                yield return word.Substring(from, length - 1);
                (from, length) = (from + length - 1, 0);
            }
        }

        yield return word[from..];
    }

    private string Writable(string text) => string.Create(text.Length, text, (letters, all) =>
    {
        for (var index = 0; index < all.Length; index++)
            letters[index] = IsKnown(all[index]) ? all[index] : '?';
    });

    // The library only says so by throwing.
    private bool IsKnown(char letter)
    {
        if (!known.TryGetValue(letter, out var isKnown))
        {
            try
            {
                Page.MeasureText(letter.ToString(), BodySize, new PdfPoint(0, 0), regular);
                isKnown = true;
            }
            catch (InvalidOperationException)
            {
                isKnown = false;
            }

            known.Add(letter, isKnown);
        }

        return isKnown;
    }

    private PdfDocumentBuilder.AddedFont FontOf(PdfTone tone) => tone is PdfTone.Strong ? semibold : regular;
}
