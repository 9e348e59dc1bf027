using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>A published version and what it changed.</summary>
/// <param name="Version">Number, author, moment and note.</param>
/// <param name="Differences">Rows that differ from the version before it.</param>
public sealed record PublishedChange(RateCardVersionView Version, IReadOnlyList<RowDifference> Differences);
