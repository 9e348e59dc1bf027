using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What is taken back at once: a typed cell, a pasted block, a bulk edit, an import.</summary>
/// <param name="Words">What was done, in the middle of a sentence: <c>input cost of openai:gpt-4</c>.</param>
/// <param name="Rows">Each row it changed.</param>
/// <param name="Cell">The cell it was typed into; null for everything else.</param>
public sealed record EditStep(string Words, ImmutableArray<RowEdit> Rows, (RateCardRowKey Key, RateCardColumn Column)? Cell)
{
    /// <summary>This step together with one that follows it, when both type into the same cell; null when they are two steps.</summary>
    public EditStep? With(EditStep next) =>
        Cell is not null && Cell == next.Cell ? next with { Rows = [new RowEdit(Rows[0].Key, Rows[0].Before, next.Rows[0].After)] } : null;
}
