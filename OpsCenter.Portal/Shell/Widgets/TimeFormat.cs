using System.Globalization;

namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Instants as people read them, in the reader's zone.</summary>
public static class TimeFormat
{
    /// <summary>For example <c>22 Nov 2026, 14:17</c>. Says UTC when that is the zone, so that nobody takes it for their own.</summary>
    public static string In(TimeZoneInfo zone, DateTimeOffset instant, TimePrecision precision)
    {
        var text = TimeZoneInfo.ConvertTime(instant, zone).ToString(PatternOf(precision), CultureInfo.InvariantCulture);
        return zone.HasSameRules(TimeZoneInfo.Utc) && precision is not TimePrecision.Day ? $"{text} UTC" : text;
    }

    /// <summary>For example <c>2026-11-22 13:17:05 UTC</c>.</summary>
    public static string Utc(DateTimeOffset instant) =>
        $"{instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC";

    private static string PatternOf(TimePrecision precision) => precision switch
    {
        TimePrecision.Day => "d MMM yyyy",
        TimePrecision.Minute => "d MMM yyyy, HH:mm",
        TimePrecision.Second => "d MMM yyyy, HH:mm:ss",
    };
}
