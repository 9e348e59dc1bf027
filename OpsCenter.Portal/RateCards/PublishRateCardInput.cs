namespace OpsCenter.Portal.RateCards;

/// <summary>What the operator reviewed and wants to publish.</summary>
/// <param name="BaseVersion">The version the review compared with.</param>
/// <param name="DraftSavedAt">The state of the draft that was reviewed: <see cref="DraftView.SavedAt"/>.</param>
/// <param name="Note">Why, in the operator's words: 1…500 characters.</param>
public sealed record PublishRateCardInput(int BaseVersion, DateTimeOffset DraftSavedAt, string Note)
{
    /// <summary>Longest note in characters.</summary>
    public const int MaxNoteLength = 500;
}
