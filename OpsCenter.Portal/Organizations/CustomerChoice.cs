namespace OpsCenter.Portal.Organizations;

/// <summary>A customer to choose in a filter.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
public sealed record CustomerChoice(Guid Id, string Name);
