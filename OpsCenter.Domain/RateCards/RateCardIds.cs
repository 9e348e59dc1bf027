namespace OpsCenter.Domain.RateCards;

/// <summary>Identities of the rows of a version to be published: a row keeps the id that its natural key had before.</summary>
public sealed class RateCardIds
{
    private readonly Dictionary<RateCardRowKey, Guid> known;
    private readonly DateTimeOffset now;

    /// <summary>Prepares the identities.</summary>
    /// <param name="now">The moment of publishing; new ids carry it.</param>
    /// <param name="before">Versions that know ids; the first one that has a row gives it.</param>
    public RateCardIds(DateTimeOffset now, params IEnumerable<RateCardContent> before)
    {
        this.now = now;
        known = before.SelectMany(Ids).DistinctBy(row => row.Key).ToDictionary();
    }

    /// <summary>The id of a row: the one it had, or a new one.</summary>
    public Guid For(RateCardRowKey key) => known.TryGetValue(key, out var id) ? id : Guid.CreateVersion7(now);

    private static IEnumerable<KeyValuePair<RateCardRowKey, Guid>> Ids(RateCardContent card) =>
    [
        .. card.Routes.Select(r => KeyValuePair.Create(RateCardRowKey.Route(r.Provider, r.Model), r.Id)),
        .. card.Agents.Select(a => KeyValuePair.Create(RateCardRowKey.Agent(a.Name), a.Id)),
        .. card.Tools.Select(t => KeyValuePair.Create(RateCardRowKey.Tool(t.Name), t.Id)),
    ];
}
