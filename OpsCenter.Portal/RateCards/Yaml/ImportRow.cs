using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>A row that a file would change.</summary>
/// <param name="Difference">From the card with the operator's draft to the file.</param>
/// <param name="ReplacesOwnChange">Whether the operator changed this row in the draft, so that the file would replace what they typed.</param>
public sealed record ImportRow(RowDifference Difference, bool ReplacesOwnChange)
{
    /// <summary>
    /// Whether it is taken unless the operator says otherwise. Removals and rows they changed themselves are not: a file with part of a card must
    /// not empty the rest, and nothing typed is lost unasked.
    /// </summary>
    public bool IsTakenAtFirst => Difference.Kind is not DifferenceKind.Removed && !ReplacesOwnChange;
}
