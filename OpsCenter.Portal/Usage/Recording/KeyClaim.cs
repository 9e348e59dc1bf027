namespace OpsCenter.Portal.Usage.Recording;

/// <summary>What a group learns from the database before it is priced.</summary>
internal sealed class KeyClaim
{
    /// <summary>Event ids of the jobs whose key was free.</summary>
    public HashSet<Guid> NewKeys { get; } = [];

    /// <summary>Customers among those reported.</summary>
    public HashSet<Guid> Organizations { get; } = [];

    /// <summary>Versions that can price a job of the group and since when, newest first.</summary>
    public List<(int Version, DateTimeOffset EffectiveFrom)> Versions { get; } = [];

    /// <summary>The customer as reported, when it is one of ours.</summary>
    public Guid? OrganizationOf(string customerRef) =>
        Guid.TryParse(customerRef, out var id) && Organizations.Contains(id) ? id : null;

    /// <summary>The version in force at a moment.</summary>
    public int VersionAt(DateTimeOffset moment) => Versions.First(v => v.EffectiveFrom <= moment).Version;
}
