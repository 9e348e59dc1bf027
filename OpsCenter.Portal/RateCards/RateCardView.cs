using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>A published version with its prices.</summary>
/// <param name="Published">Number, author, moment and note.</param>
/// <param name="Content">Its prices, costs and margins included.</param>
public sealed record RateCardView(RateCardVersionView Published, RateCardContent Content);
