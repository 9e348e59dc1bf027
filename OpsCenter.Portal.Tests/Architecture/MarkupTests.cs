using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

public sealed partial class MarkupTests
{
    private const string ThemeFile = "OpsCenter.Portal/wwwroot/mudblazor.css";

    private static IEnumerable<SourceFile> Markup => SourceTree.Files.Where(file => file.Is(".razor"));

    [Fact]
    public void Markup_has_no_inline_style()
    {
        var styled = Markup.SelectMany(file => file.Places(line => StyleAttribute().IsMatch(line)));

        styled.Should().BeEmpty("style stands in .razor.css, where the theme's variables reach it");
    }

    [Fact]
    public void Markup_has_no_code_block()
    {
        var coded = Markup.SelectMany(file => file.Places(line => CodeBlock().IsMatch(line)));

        coded.Should().BeEmpty("analyzers are silent inside a code block; C# stands in .razor.cs");
    }

    [Fact]
    public void Only_the_theme_file_overrules_with_important()
    {
        var overruling = SourceTree.Files
            .Where(file => file.Path != ThemeFile && file.Is(".css", ".razor", ".js"))
            .SelectMany(file => file.Places(line => line.Contains("!important", StringComparison.Ordinal)));

        overruling.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_loaded_from_another_host()
    {
        var loading = SourceTree.Portal
            .Where(file => file.Is(".css", ".razor", ".js"))
            .SelectMany(file => file.Places(line => OtherHost().IsMatch(line)));

        loading.Should().BeEmpty("fonts, scripts and styles are served by the portal itself");
    }

    [GeneratedRegex("""(?<![\w-])style\s*=\s*["'@]""", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"^\s*@(code|functions)\b")]
    private static partial Regex CodeBlock();

    [GeneratedRegex("""(?:(?:src|href)\s*=\s*["']|url\(\s*["']?|from\s+["']|import\s*\(?\s*["'])(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex OtherHost();
}
