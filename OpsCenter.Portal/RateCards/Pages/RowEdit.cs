using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>What a step did to one row.</summary>
/// <param name="Key">The row.</param>
/// <param name="Before">As it was; null: absent or deleted.</param>
/// <param name="After">As it is; null: absent or deleted.</param>
public sealed record RowEdit(RateCardRowKey Key, RateCardRow? Before, RateCardRow? After)
{
    /// <summary>Whether both say the same, digit for digit.</summary>
    public bool ChangesNothing => Before is null ? After is null : After is not null && Before.Texts.SequenceEqual(After.Texts);
}
