namespace OpsCenter.Portal.Shell.Theme;

/// <summary>Both palettes as CSS variables; rendered into the static head, so that static and interactive pages share them.</summary>
public sealed partial class ThemeStyles;
