using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>What an operator wants of one agent.</summary>
/// <param name="Name">The agent.</param>
/// <param name="Seen">The agent as the operator saw it; null: it was not on the card.</param>
/// <param name="Wanted">The agent as it shall be, under the same name; null: it leaves the card.</param>
/// <param name="Note">Why, in the operator's words: 1…<see cref="PublishTerms.MaxNoteLength"/> characters.</param>
public sealed record ChangeAgentInput(string Name, RateCardRow? Seen, RateCardRow? Wanted, string Note);
