namespace OpsCenter.Brigade.Cards;

/// <summary>Holds the rate card in use. Read it once for a job, so that the whole job sees one version.</summary>
public sealed class CurrentCard
{
    private volatile CardInUse? inUse;

    /// <summary>The card; null while Brigade never had one.</summary>
    public CardInUse? InUse => inUse;

    /// <summary>Takes a card into use.</summary>
    internal void Use(CardInUse card) => inUse = card;

    /// <summary>Notes that Ops-Center could not be asked.</summary>
    internal void MarkStale()
    {
        if (inUse is { Stale: false } card)
            inUse = card with { Stale = true };
    }
}
