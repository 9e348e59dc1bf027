using MudBlazor;

namespace OpsCenter.Portal.Shell.Theme;

/// <summary>Sizes and weights of text: 14 px for reading, 600 for headings, no capitals on buttons.</summary>
public static class OpsTypography
{
    private const string Normal = "normal";
    private static readonly string[] Font = ["Inter", "system-ui", "-apple-system", "Segoe UI", "sans-serif"];

    public static readonly Typography Instance = new()
    {
        Default = new DefaultTypography { FontFamily = Font, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = Normal },
        H4 = new H4Typography { FontFamily = Font, FontSize = "1.5rem", FontWeight = "600", LetterSpacing = "-.02em", LineHeight = "1.3" },
        H5 = new H5Typography { FontFamily = Font, FontSize = "1.25rem", FontWeight = "600", LetterSpacing = "-.015em", LineHeight = "1.3" },
        H6 = new H6Typography { FontFamily = Font, FontSize = "1rem", FontWeight = "600", LetterSpacing = "-.01em", LineHeight = "1.5" },
        // MudBlazor gives its inputs the style of Subtitle1, so it must look like plain text.
        Subtitle1 = new Subtitle1Typography { FontFamily = Font, FontSize = ".875rem", FontWeight = "400", LetterSpacing = Normal },
        Subtitle2 = new Subtitle2Typography { FontFamily = Font, FontSize = ".875rem", FontWeight = "500", LetterSpacing = Normal },
        Body1 = new Body1Typography { FontFamily = Font, FontSize = ".875rem", LetterSpacing = Normal },
        Body2 = new Body2Typography { FontFamily = Font, FontSize = ".8125rem", LetterSpacing = Normal },
        Caption = new CaptionTypography { FontFamily = Font, FontSize = ".75rem", LetterSpacing = Normal },
        Button = new ButtonTypography { FontFamily = Font, FontSize = ".875rem", FontWeight = "500", TextTransform = "none", LetterSpacing = Normal },
    };
}
