using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using MudBlazor;
using OpsCenter.Portal.Shell.Theme;
using Xunit;

namespace OpsCenter.Portal.Tests.Shell;

/// <summary>WCAG 2.2 AA: 4.5 for text, 3 for the outlines of fields.</summary>
public sealed partial class ContrastTests
{
    private static readonly string[] Badges = ["positive", "warning", "negative", "info", "neutral"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_of_the_palette_is_readable_on_every_ground(bool isDark)
    {
        Palette palette = isDark ? OpsTheme.DarkPalette : OpsTheme.LightPalette;
        var grounds = new[] { palette.Background, palette.Surface, palette.BackgroundGray, palette.TableHover, palette.AppbarBackground, palette.DrawerBackground };
        var texts = new[]
        {
            palette.TextPrimary, palette.TextSecondary, palette.Primary, palette.Secondary, palette.Success, palette.Warning, palette.Error, palette.Info,
            palette.AppbarText, palette.DrawerText, palette.DrawerIcon, palette.ActionDefault,
        };

        var weak = from ground in grounds from text in texts where Ratio(text.Value, ground.Value) < 4.5 select $"{text.Value} on {ground.Value}";

        weak.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_on_filled_colours_is_readable(bool isDark)
    {
        Palette palette = isDark ? OpsTheme.DarkPalette : OpsTheme.LightPalette;
        var pairs = new[]
        {
            (palette.PrimaryContrastText, palette.Primary), (palette.SecondaryContrastText, palette.Secondary), (palette.SuccessContrastText, palette.Success),
            (palette.WarningContrastText, palette.Warning), (palette.ErrorContrastText, palette.Error), (palette.InfoContrastText, palette.Info),
        };

        pairs.Should().OnlyContain(pair => Ratio(pair.Item1.Value, pair.Item2.Value) >= 4.5);
        Ratio(palette.LinesInputs.Value, palette.Surface.Value).Should().BeGreaterThan(3, "a field must be seen without its label");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Badges_and_buttons_of_ours_are_readable(bool isDark)
    {
        var tokens = Tokens(isDark);
        var pairs = Badges.Select(badge => (Text: tokens[$"{badge}-text"], Ground: tokens[$"{badge}-ground"]))
            .Append((isDark ? OpsTheme.DarkPalette.Primary.Value : OpsTheme.LightPalette.Primary.Value, tokens["selected"]))
            .Concat(new[] { "primary-fill", "primary-fill-hover", "negative-fill", "negative-fill-hover" }.Select(fill => ("#ffffff", tokens[fill])));

        pairs.Should().HaveCount(10).And.OnlyContain(pair => Ratio(pair.Item1, pair.Item2) >= 4.5);
    }

    private static Dictionary<string, string> Tokens(bool isDark)
    {
        var css = File.ReadAllText(Path.Combine(ShellHost.WebRoot, "tokens.css"));
        var parts = css.Split(":root[data-theme=\"dark\"]");
        return Token().Matches(parts[isDark ? 1 : 0]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Ratio(string first, string second)
    {
        var (one, other) = (Luminance(first), Luminance(second));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--oc-([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
