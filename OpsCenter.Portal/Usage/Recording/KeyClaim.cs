using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What a group learns from the database before it is priced.</summary>
internal sealed class KeyClaim
{
    /// <summary>Event ids of the jobs whose key was free.</summary>
    public required HashSet<Guid> NewKeys { get; init; }

    /// <summary>Customers among those reported.</summary>
    public required HashSet<Guid> Organizations { get; init; }

    /// <summary>Versions that can price a job of the group and since when, newest first.</summary>
    public required List<(int Version, DateTimeOffset EffectiveFrom)> Versions { get; init; }

    /// <summary>Billing periods and grants of those customers.</summary>
    public required PostingBook Book { get; init; }

    /// <summary>The customer as reported, when it is one of ours.</summary>
    public Guid? OrganizationOf(string customerRef) =>
        Guid.TryParse(customerRef, out var id) && Organizations.Contains(id) ? id : null;

    /// <summary>The version in force at a moment.</summary>
    public int VersionAt(DateTimeOffset moment) => Versions.First(v => v.EffectiveFrom <= moment).Version;
}
