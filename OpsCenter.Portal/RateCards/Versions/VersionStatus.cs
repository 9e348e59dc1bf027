namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>What a version is now.</summary>
public enum VersionStatus
{
    /// <summary>It waits for its time.</summary>
    Scheduled,

    /// <summary>It prices the jobs that happen now.</summary>
    InForce,

    /// <summary>It was replaced.</summary>
    Past,

    /// <summary>It was called off before its time.</summary>
    Cancelled,
}
