namespace OpsCenter.Domain.RateCards;

/// <summary>What became of one cell.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">The canonical text before; may be empty.</param>
/// <param name="After">The canonical text afterwards; may be empty.</param>
public sealed record FieldDifference(RateCardColumn Column, string Before, string After);
