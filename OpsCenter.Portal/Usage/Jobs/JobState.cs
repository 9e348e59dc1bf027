namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>What has become of a job's price. Derived from ledger and hold, stored nowhere.</summary>
public enum JobState
{
    /// <summary>Its first charge stands.</summary>
    Priced,

    /// <summary>It waits for a price or a customer; nothing is charged yet.</summary>
    Held,

    /// <summary>Its charge was reversed and replaced by a new one.</summary>
    Repriced,

    /// <summary>Its charge was reversed and not replaced.</summary>
    Voided,

    /// <summary>It was held and will never be charged.</summary>
    WrittenOff,
}
