using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

public sealed partial class FileTests
{
    private const int MostLines = 300;

    private static readonly string[] Drawers =
        ["common", "helper", "helpers", "manager", "managers", "misc", "shared", "util", "utils", "utilities"];

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var tooLong = SourceTree.Files.Where(file => file.Lines.Length > MostLines).Select(file => $"{file.Path}: {file.Lines.Length}");

        tooLong.Should().BeEmpty("a file past {0} lines is split by meaning", MostLines);
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        var drawers = SourceTree.Files.Where(file => file.Folders.Any(IsDrawer)).Select(file => file.Path);

        drawers.Should().BeEmpty("a folder is named for a capability");
    }

    [Fact]
    public void A_namespace_is_the_folder_and_no_drawer()
    {
        var elsewhere = SourceTree.Files
            .Where(file => file.Is(".cs"))
            .SelectMany(file => Namespaces(file).Where(name => name != string.Join('.', file.Folders)).Select(name => $"{file.Path}: {name}"));

        elsewhere.Should().BeEmpty();
    }

    [Fact]
    public void A_file_holds_one_public_type_at_most()
    {
        var crowded = SourceTree.Files.Where(file => file.Is(".cs") && PublicType().Count(file.Text) > 1).Select(file => file.Path);

        crowded.Should().BeEmpty();
    }

    private static bool IsDrawer(string folder) => folder.Split('.').Any(part => Drawers.Contains(part, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Namespaces(SourceFile file) =>
        Namespace().Matches(file.Text).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?:class|record|struct|interface|enum) ", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
