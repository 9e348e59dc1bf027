using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>Where a draft shall go.</summary>
/// <param name="OntoVersion">The newer version.</param>
/// <param name="Choices">Which side stands, per row that both changed.</param>
public sealed record MoveDraftInput(int OntoVersion, IReadOnlyDictionary<RateCardRowKey, ConflictChoice> Choices);
