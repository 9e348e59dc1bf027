using MudBlazor;

namespace OpsCenter.Portal.Shell.Theme;

/// <summary>
/// The look in one place: one brand colour, neutral greys, radius 8, a 56-px bar. Both palettes are always on the page and the html element's
/// data-theme chooses, so a change of mode needs neither a round trip nor a reload. Every pair of text and ground is held to WCAG AA by a test.
/// </summary>
public static class OpsTheme
{
    public static readonly PaletteLight LightPalette = new()
    {
        Primary = "#533afd",
        Secondary = "#0b7a75",
        Success = "#15803d",
        Warning = "#b45309",
        Error = "#c81e1e",
        Info = "#1d4ed8",
        Background = "#f7f8fa",
        BackgroundGray = "#f9fafb",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#111827",
        DrawerBackground = "#ffffff",
        DrawerText = "#4b5563",
        DrawerIcon = "#596171",
        TextPrimary = "#111827",
        TextSecondary = "#596171",
        ActionDefault = "#596171",
        LinesDefault = "#e5e7eb",
        LinesInputs = "#868e9b",
        TableLines = "#eceef1",
        TableHover = "#f7f8fa",
        TableStriped = "#fcfcfd",
        Divider = "#e5e7eb",
        OverlayDark = "rgba(17,24,39,0.45)",
    };

    public static readonly PaletteDark DarkPalette = new()
    {
        Primary = "#a19cff",
        Secondary = "#2dd4bf",
        Success = "#4ade80",
        Warning = "#fbbf24",
        Error = "#f87171",
        Info = "#7ab3fb",
        Background = "#0a0a0b",
        BackgroundGray = "#161618",
        Surface = "#111113",
        AppbarBackground = "#0a0a0b",
        AppbarText = "#ededed",
        DrawerBackground = "#0a0a0b",
        DrawerText = "#a1a1aa",
        DrawerIcon = "#a1a1aa",
        TextPrimary = "#ededed",
        TextSecondary = "#a1a1aa",
        PrimaryContrastText = "#0a0a0b",
        SecondaryContrastText = "#0a0a0b",
        SuccessContrastText = "#0a0a0b",
        WarningContrastText = "#0a0a0b",
        ErrorContrastText = "#0a0a0b",
        InfoContrastText = "#0a0a0b",
        ActionDefault = "#a1a1aa",
        LinesDefault = "#27272a",
        LinesInputs = "#6b6b75",
        TableLines = "#1f1f23",
        TableHover = "#18181b",
        TableStriped = "#131315",
        Divider = "#27272a",
        OverlayDark = "rgba(0,0,0,0.65)",
    };

    public static readonly MudTheme Light = ThemeFor(":root");

    public static readonly MudTheme Dark = ThemeFor(":root[data-theme=dark]");

    private static MudTheme ThemeFor(string scope) => new()
    {
        PaletteLight = LightPalette,
        PaletteDark = DarkPalette,
        PseudoCss = new PseudoCss { Scope = scope },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "56px", DrawerWidthLeft = "232px" },
        Typography = OpsTypography.Instance,
    };
}
