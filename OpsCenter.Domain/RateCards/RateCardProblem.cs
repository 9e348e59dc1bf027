namespace OpsCenter.Domain.RateCards;

/// <summary>Something on a card that cannot be published, shown at the cell.</summary>
/// <param name="Section">The table.</param>
/// <param name="RowKey">The row's name in its table; empty when the table as a whole is meant.</param>
/// <param name="Field">The <see cref="RateCardColumn.Name"/>; empty when the row as a whole is meant.</param>
/// <param name="Message">A sentence that says what is wrong and names the limit.</param>
public sealed record RateCardProblem(RateCardSection Section, string RowKey, string Field, string Message);
