using System.Globalization;
using OpsCenter.Portal.Shell;

namespace OpsCenter.Portal.Audit.Pages;

/// <summary>Where the subject of an entry can be looked at.</summary>
public static class AuditSubject
{
    /// <summary>The page; null when there is none.</summary>
    public static string? HrefOf(AuditRow row) => row.SubjectType switch
    {
        "job" => PortalUrls.Job(row.SubjectId),
        "organization" when Guid.TryParse(row.SubjectId, out var customer) => PortalUrls.Customer(customer),
        "rate_card" when int.TryParse(row.SubjectId, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => PortalUrls.RateCardVersion(version),
        "rate_card" => PortalUrls.RateCard,
        "machine_credential" => $"{PortalUrls.MachineCredentials}?show=all",
        "rollups" => PortalUrls.Overview,
        _ => null,
    };

    /// <summary>The kind of thing in the words of the pages.</summary>
    public static string NameOf(AuditRow row) => row.SubjectType switch
    {
        "organization" => "Customer",
        "rate_card" => $"Rate card {row.SubjectId}",
        "rollups" => $"Roll-ups of {row.SubjectId}",
        var other => AuditWords.Sentence(other),
    };

    /// <summary>Whether the subject's id says something that its name does not.</summary>
    public static bool HasId(AuditRow row) => row.SubjectType is not ("rate_card" or "rollups");
}
