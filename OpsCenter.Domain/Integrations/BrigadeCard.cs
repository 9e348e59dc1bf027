namespace OpsCenter.Domain.Integrations;

/// <summary>The rate card that Brigade has after it was told to fetch it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="FetchedAt">When it was fetched, by Brigade's clock.</param>
/// <param name="HasChanged">Whether it had another one before.</param>
public sealed record BrigadeCard(int Version, DateTimeOffset FetchedAt, bool HasChanged);
