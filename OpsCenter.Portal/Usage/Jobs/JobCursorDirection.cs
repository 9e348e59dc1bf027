namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Which way a page goes from its cursor.</summary>
public enum JobCursorDirection
{
    /// <summary>Towards the past.</summary>
    Older,

    /// <summary>Towards the present.</summary>
    Newer,
}
