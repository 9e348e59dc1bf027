using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Shell.Widgets;

namespace OpsCenter.Portal.Organizations.Pages;

/// <summary>How customers are spoken of.</summary>
internal static class CustomerWords
{
    public static string Text(OrganizationStatus status) => status switch
    {
        OrganizationStatus.Active => "Active",
        OrganizationStatus.Suspended => "Suspended",
    };

    public static StatusMeaning Meaning(OrganizationStatus status) => status switch
    {
        OrganizationStatus.Active => StatusMeaning.Positive,
        OrganizationStatus.Suspended => StatusMeaning.Warning,
    };

    public static string Hint(OrganizationStatus status) => status switch
    {
        OrganizationStatus.Active => "May start new jobs.",
        OrganizationStatus.Suspended => "New jobs stop; jobs that ran are still recorded and priced.",
    };
}
