namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>What becomes of a version that waits for its time when another one is published. At most one waits.</summary>
public enum ScheduledChoice
{
    /// <summary>Its changes stay planned: they are made to the prices published now, at the same time; or they join a newly scheduled version.</summary>
    Keep,

    /// <summary>It is cancelled and never comes into force.</summary>
    Cancel,
}
