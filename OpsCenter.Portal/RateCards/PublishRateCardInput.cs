using OpsCenter.Portal.RateCards.Versions;

namespace OpsCenter.Portal.RateCards;

/// <summary>What the operator reviewed and wants to publish.</summary>
/// <param name="BaseVersion">The version the review compared with.</param>
/// <param name="DraftSavedAt">The state of the draft that was reviewed: <see cref="DraftView.SavedAt"/>.</param>
/// <param name="Terms">Why, from when on, and what else was asked.</param>
public sealed record PublishRateCardInput(int BaseVersion, DateTimeOffset DraftSavedAt, PublishTerms Terms);
