using System.Globalization;
using System.Text;

namespace OpsCenter.Portal.Shell.Documents;

/// <summary>
/// Text as the standard fonts of PDF can write it: Latin letters of Western Europe. Other Latin letters lose their marks; what has no such
/// letter at all becomes a question mark, and stands whole on the page of the portal.
/// </summary>
public static class PdfText
{
    private const string Beyond = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private static readonly Dictionary<char, string> Replaced = new()
    {
        ['Ł'] = "L",
        ['ł'] = "l",
        ['Đ'] = "D",
        ['đ'] = "d",
        ['ı'] = "i",
        ['−'] = "-",
        ['\u00a0'] = " ",
        ['\u202f'] = " ",
        ['\u00ad'] = "",
    };

    /// <summary>What can be written of a text.</summary>
    public static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);

        foreach (var letter in text)
        {
            if (Replaced.TryGetValue(letter, out var other))
                result.Append(other);
            else if (IsKnown(letter))
                result.Append(letter);
            else
                result.Append(WithoutMarks(letter));
        }

        return result.ToString();
    }

    private static bool IsKnown(char letter) => letter is (>= ' ' and <= '~') or (>= '¡' and <= 'ÿ') || Beyond.Contains(letter, StringComparison.Ordinal);

    private static string WithoutMarks(char letter)
    {
        if (char.IsControl(letter))
            return " ";

        if (char.IsSurrogate(letter))
            return char.IsHighSurrogate(letter) ? "?" : "";

        var bare = string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));

        return bare.Length > 0 && bare.All(IsKnown) ? bare : "?";
    }
}
