using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>A text for one cell.</summary>
/// <param name="Key">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Text">As the card holds it: rates per 1,000 tokens.</param>
public sealed record CellEdit(RateCardRowKey Key, RateCardColumn Column, string Text);
