namespace OpsCenter.Brigade.Cards;

/// <summary>A rate card as it lies on disk.</summary>
/// <param name="Body">The bytes as Ops-Center sent them.</param>
/// <param name="FetchedAt">When it sent them.</param>
internal sealed record StoredCard(ReadOnlyMemory<byte> Body, DateTimeOffset FetchedAt);
