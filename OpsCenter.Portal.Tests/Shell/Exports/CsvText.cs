using System.Text;

namespace OpsCenter.Portal.Tests.Shell.Exports;

/// <summary>Reads CSV as RFC 4180 has it: what a spreadsheet makes of a file.</summary>
internal static class CsvText
{
    /// <summary>The lines of a file as cells.</summary>
    public static List<List<string>> Parse(string text)
    {
        var (lines, line, cell, at) = (new List<List<string>>(), new List<string>(), new StringBuilder(), text.StartsWith('\uFEFF') ? 1 : 0);

        while (at < text.Length)
        {
            at = text[at] == '"' ? Quoted(text, at + 1, cell) : Plain(text, at, cell);
            line.Add(cell.ToString());
            cell.Clear();

            if (at < text.Length && text[at] == ',')
            {
                at++;

                if (at == text.Length || text[at] is '\r')
                    line.Add("");
            }

            if (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n')
            {
                lines.Add(line);
                line = [];
                at += 2;
            }
        }

        return lines;
    }

    private static int Quoted(string text, int at, StringBuilder cell)
    {
        while (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'))
        {
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at++]);
        }

        return at + 1;
    }

    private static int Plain(string text, int at, StringBuilder cell)
    {
        while (at < text.Length && text[at] is not (',' or '\r'))
            cell.Append(text[at++]);

        return at;
    }
}
