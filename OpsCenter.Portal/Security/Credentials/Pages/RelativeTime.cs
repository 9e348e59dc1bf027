namespace OpsCenter.Portal.Security.Credentials.Pages;

/// <summary>Spans of time as people say them: one unit, cut and not rounded, so that nothing is said to be further than it is.</summary>
internal static class RelativeTime
{
    /// <summary>For example <c>3 min ago</c>.</summary>
    public static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "just now" : $"{Length(age)} ago";

    /// <summary>For example <c>in 23 h</c>.</summary>
    public static string In(TimeSpan wait) => wait < TimeSpan.FromMinutes(1) ? "in less than a minute" : $"in {Length(wait)}";

    private static string Length(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
