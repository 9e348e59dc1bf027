using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>One row as the operator wants it.</summary>
/// <param name="BaseVersion">The version the page shows the row against.</param>
/// <param name="Key">The row.</param>
/// <param name="Row">As typed; null: it shall go.</param>
public sealed record ChangeDraftRowInput(int BaseVersion, RateCardRowKey Key, RateCardRow? Row);
