using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace OpsCenter.Portal.Shell.Documents;

/// <summary>A document on A4 pages, written from the top down: a new page begins by itself when one is full. Positions are points from the left edge.</summary>
public sealed class PdfSheet : IDisposable
{
    /// <summary>Where text begins.</summary>
    public const double Left = 56;

    /// <summary>Where it ends.</summary>
    public const double Right = 539;

    private const double Top = 786;
    private const double Bottom = 72;
    private readonly PdfDocumentBuilder builder = new() { ArchiveStandard = PdfAStandard.None };
    private readonly List<PdfPageBuilder> pages = [];
    private readonly string foot;
    private readonly PdfDocumentBuilder.AddedFont plain;
    private readonly PdfDocumentBuilder.AddedFont strong;
    private double y;

    /// <param name="title">The document's title.</param>
    /// <param name="foot">Stands at the foot of every page, beside its number.</param>
    public PdfSheet(string title, string foot)
    {
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Producer = "Ops-Center";
        plain = builder.AddStandard14Font(Standard14Font.Helvetica);
        strong = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        this.foot = foot;
        Turn();
    }

    private PdfPageBuilder Page => pages[^1];

    /// <summary>Room before what follows.</summary>
    public void Space(double points) => y -= points;

    /// <summary>Begins a new page unless there is this much room.</summary>
    public void Keep(double points)
    {
        if (y - points < Bottom)
            Turn();
    }

    /// <summary>A line of text at the left, wrapped where it is too long.</summary>
    public void Text(string text, double size = 9.5, bool isStrong = false, double x = Left, double width = Right - Left, bool isMuted = false)
    {
        foreach (var line in Wrapped(PdfText.Printable(text), size, isStrong, width))
        {
            Keep(size);
            Place(line, x, y, size, isStrong, isMuted);
            y -= size * 1.4;
        }
    }

    /// <summary>Blocks beside each other, each with its own lines; what follows stands below the longest.</summary>
    public void Beside(params (double X, double Width, IReadOnlyList<(string Text, bool IsStrong)> Lines)[] blocks)
    {
        var (top, lowest) = (y, y);

        foreach (var (x, width, lines) in blocks)
        {
            y = top;

            foreach (var (text, isStrong) in lines)
                Text(text, isStrong: isStrong, x: x, width: width);

            lowest = Math.Min(lowest, y);
        }

        y = lowest;
    }

    /// <summary>Cells beside each other; one with a negative position ends there instead of beginning.</summary>
    public void Row(double size, bool isStrong, params (double X, double Width, string Text)[] cells)
    {
        var wrapped = cells.Select(cell => (cell.X, Lines: Wrapped(PdfText.Printable(cell.Text), size, isStrong, cell.Width).ToList())).ToList();
        var lines = wrapped.Max(cell => cell.Lines.Count);
        Keep(lines * size * 1.4);

        foreach (var (x, texts) in wrapped)
        {
            for (var index = 0; index < texts.Count; index++)
            {
                var at = x >= 0 ? x : -x - WidthOf(texts[index], size, isStrong);
                Place(texts[index], at, y - (index * size * 1.4), size, isStrong, isMuted: false);
            }
        }

        y -= lines * size * 1.4;
    }

    /// <summary>A hairline across the page.</summary>
    public void Rule()
    {
        Page.SetStrokeColor(209, 213, 219);
        Page.DrawLine(new PdfPoint(Left, y + 6), new PdfPoint(Right, y + 6), 0.5);
        Page.ResetColor();
        y -= 6;
    }

    /// <summary>The finished file.</summary>
    public byte[] Finish()
    {
        for (var index = 0; index < pages.Count; index++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {pages.Count}");
            Place(pages[index], PdfText.Printable(foot), Left, 40, 8, strong: false, muted: true);
            Place(pages[index], number, Right - WidthOf(number, 8, isStrong: false), 40, 8, strong: false, muted: true);
        }

        return builder.Build();
    }

    /// <inheritdoc />
    public void Dispose() => builder.Dispose();

    private void Turn()
    {
        pages.Add(builder.AddPage(PageSize.A4));
        y = Top;
    }

    private void Place(string text, double x, double at, double size, bool isStrong, bool isMuted) => Place(Page, text, x, at, size, isStrong, isMuted);

    private void Place(PdfPageBuilder page, string text, double x, double at, double size, bool strong, bool muted)
    {
        if (text.Length == 0)
            return;

        if (muted)
            page.SetTextAndFillColor(90, 96, 107);

        page.AddText(text, size, new PdfPoint(x, at), strong ? this.strong : plain);
        page.ResetColor();
    }

    private double WidthOf(string text, double size, bool isStrong) => text.Length == 0
        ? 0
        : pages[0].MeasureText(text, size, new PdfPoint(0, 0), isStrong ? strong : plain).Max(letter => letter.EndBaseLine.X);

    private IEnumerable<string> Wrapped(string text, double size, bool isStrong, double width)
    {
        var line = "";

        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";

            if (line.Length > 0 && WidthOf(longer, size, isStrong) > width)
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
}
