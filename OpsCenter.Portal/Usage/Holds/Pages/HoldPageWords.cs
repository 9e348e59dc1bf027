using System.Globalization;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Usage.Holds.Pages;

/// <summary>How holds are spoken of on their page.</summary>
internal static class HoldPageWords
{
    public static string Text(HoldView view) => view switch
    {
        HoldView.Open => "Waiting",
        HoldView.Proposed => "To approve",
        HoldView.Priced => "Priced",
        HoldView.WrittenOff => "Written off",
    };

    public static string Text(HoldReason reason) => reason switch
    {
        HoldReason.UnknownRoute => "Unknown route",
        HoldReason.UnknownAgent => "Unknown agent",
        HoldReason.UnknownTool => "Unknown tool",
        HoldReason.UnknownCustomer => "Unknown customer",
    };

    public static string Jobs(long count) => count == 1 ? "1 job" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} jobs");

    /// <summary>How long something has waited: the largest unit that fits.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 1 } => $"{(int)age.TotalDays} d",
        { TotalHours: >= 1 } => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 1 } => $"{(int)age.TotalMinutes} min",
        _ => "just now",
    };

    /// <summary>Where the missing row is added to the rate card; null for a customer, who is on no card.</summary>
    public static string? HrefToAdd(HoldCause cause) => cause.Reason switch
    {
        HoldReason.UnknownRoute => PortalUrls.RateCardWithNew("route", cause.Subject),
        HoldReason.UnknownAgent => PortalUrls.RateCardWithNew("agent", cause.Subject),
        HoldReason.UnknownTool => PortalUrls.RateCardWithNew("tool", cause.Subject),
        HoldReason.UnknownCustomer => null,
    };
}
