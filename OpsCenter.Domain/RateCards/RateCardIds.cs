namespace OpsCenter.Domain.RateCards;

/// <summary>Identities of the rows of a version to be published: a row keeps the id that its natural key had in the version before.</summary>
public sealed class RateCardIds
{
    private readonly Dictionary<RateCardRowKey, Guid> known;
    private readonly DateTimeOffset now;

    /// <summary>Prepares the identities.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="now">The moment of publishing; new ids carry it.</param>
    public RateCardIds(RateCardContent before, DateTimeOffset now)
    {
        this.now = now;
        known = before.Routes.Select(r => KeyValuePair.Create(RateCardRowKey.Route(r.Provider, r.Model), r.Id))
            .Concat(before.Agents.Select(a => KeyValuePair.Create(RateCardRowKey.Agent(a.Name), a.Id)))
            .Concat(before.Tools.Select(t => KeyValuePair.Create(RateCardRowKey.Tool(t.Name), t.Id)))
            .ToDictionary();
    }

    /// <summary>The id of a row: the one it had, or a new one.</summary>
    public Guid For(RateCardRowKey key) => known.TryGetValue(key, out var id) ? id : Guid.CreateVersion7(now);
}
