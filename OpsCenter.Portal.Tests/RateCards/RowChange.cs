using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.RateCards;

/// <summary>A change as an operator makes it; null: delete the row.</summary>
public sealed record RowChange(RateCardRowKey Key, RateCardRow? Row);
