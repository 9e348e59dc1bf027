namespace OpsCenter.Domain.RateCards;

/// <summary>What a customer pays for a failed or aborted job of an agent. Versioned with the rate card. No minimum fee applies to such jobs.</summary>
public enum FailurePolicy
{
    /// <summary>Everything that was used, as for a job that succeeded.</summary>
    Bill,

    /// <summary>Output tokens and tools; input counts 0.</summary>
    OutputOnly,

    /// <summary>Nothing.</summary>
    Free,
}
