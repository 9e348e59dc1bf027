namespace OpsCenter.Portal.Shell.Reader;

/// <summary>What the browser tells by cookie about its reader: the theme and the time zone. Never trusted for anything but display.</summary>
/// <param name="Theme">The choice in the theme menu.</param>
/// <param name="SystemIsDark">Whether the system was dark when the browser last said so; null before its first visit.</param>
/// <param name="TimeZone">The reader's zone; UTC before the first visit and for names this machine does not know.</param>
public sealed record ReaderPreferences(ThemeChoice Theme, bool? SystemIsDark, TimeZoneInfo TimeZone)
{
    public const string ThemeCookie = "theme";
    public const string SystemThemeCookie = "theme-system";
    public const string TimeZoneCookie = "time-zone";

    /// <summary>The value of the html element's data-theme; null lets the script in the head decide before the first paint.</summary>
    public string? Mode => Theme switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        ThemeChoice.System => SystemIsDark switch { true => "dark", false => "light", null => null },
    };

    public static ReaderPreferences From(IRequestCookieCollection cookies) => new(
        cookies[ThemeCookie] switch { "light" => ThemeChoice.Light, "dark" => ThemeChoice.Dark, _ => ThemeChoice.System },
        cookies[SystemThemeCookie] switch { "dark" => true, "light" => false, _ => null },
        FindZone(cookies[TimeZoneCookie]));

    public static TimeZoneInfo FindZone(string? id) =>
        !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
