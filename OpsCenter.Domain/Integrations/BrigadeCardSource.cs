namespace OpsCenter.Domain.Integrations;

/// <summary>Where Brigade has its rate card from.</summary>
public enum BrigadeCardSource
{
    /// <summary>From us, since it started.</summary>
    OpsCenter,

    /// <summary>From its own disk: it has not reached us since it started.</summary>
    Disk,
}
