using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>A draft as the database has it.</summary>
/// <param name="Draft">Its changes.</param>
/// <param name="UpdatedAt">When the last of them was saved.</param>
internal sealed record StoredDraft(RateCardDraft Draft, DateTimeOffset UpdatedAt);
