namespace OpsCenter.Portal.Shell;

/// <summary>Light, Dark or System. The script in the head does the work in the browser, so it answers at once and also on static pages.</summary>
public sealed partial class ThemeMenu;
