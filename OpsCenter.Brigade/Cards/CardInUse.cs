using OpsCenter.Domain.RateCards;

namespace OpsCenter.Brigade.Cards;

/// <summary>The rate card that Brigade obeys right now.</summary>
/// <param name="Card">The card.</param>
/// <param name="FetchedAt">When Ops-Center last gave or confirmed it.</param>
/// <param name="Source">Where this copy came from.</param>
/// <param name="Stale">Whether the last attempt to ask Ops-Center failed, or none was made yet: a newer one may exist.</param>
public sealed record CardInUse(RateCard Card, DateTimeOffset FetchedAt, CardSource Source, bool Stale);
