using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Pages;

/// <summary>The rows that are ticked for an edit of many.</summary>
public sealed class RowSelection
{
    private readonly HashSet<RateCardRowKey> keys = [];

    /// <summary>Another row is ticked, or one less.</summary>
    public event Action? Changed;

    /// <summary>Whether a row is ticked.</summary>
    public bool Contains(RateCardRowKey key) => keys.Contains(key);

    /// <summary>Ticks rows or takes their ticks away.</summary>
    public void Set(IEnumerable<RateCardRowKey> rows, bool isTicked)
    {
        if (isTicked)
        {
            keys.UnionWith(rows);
        }
        else
        {
            keys.ExceptWith(rows);
        }

        Changed?.Invoke();
    }

    /// <summary>Takes all ticks away.</summary>
    public void Clear() => Set([.. keys], isTicked: false);
}
