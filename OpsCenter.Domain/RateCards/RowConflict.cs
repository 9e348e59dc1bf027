namespace OpsCenter.Domain.RateCards;

/// <summary>A row that the operator and a colleague both changed, to different content.</summary>
/// <param name="Key">The row.</param>
/// <param name="Base">As it was when the operator started; null: it was absent.</param>
/// <param name="Mine">As the operator wants it; null: it shall go.</param>
/// <param name="Theirs">As the colleague published it; null: it is gone.</param>
public sealed record RowConflict(RateCardRowKey Key, RateCardRow? Base, RateCardRow? Mine, RateCardRow? Theirs);
