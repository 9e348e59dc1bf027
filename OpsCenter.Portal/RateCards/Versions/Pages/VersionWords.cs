using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.RateCards.Versions.Pages;

/// <summary>How pages speak of versions.</summary>
internal static class VersionWords
{
    public static string Text(VersionStatus status) => status switch
    {
        VersionStatus.Scheduled => "Scheduled",
        VersionStatus.InForce => "In force",
        VersionStatus.Past => "Past",
        VersionStatus.Cancelled => "Cancelled",
    };

    public static StatusMeaning Meaning(VersionStatus status) => status switch
    {
        VersionStatus.Scheduled => StatusMeaning.Info,
        VersionStatus.InForce => StatusMeaning.Positive,
        VersionStatus.Past or VersionStatus.Cancelled => StatusMeaning.Neutral,
    };

    /// <summary>A version as a choice in a list.</summary>
    public static string Choice(VersionRow row) => $"Version {row.Version}, {Text(row.Status).ToLowerInvariant()}";
}
