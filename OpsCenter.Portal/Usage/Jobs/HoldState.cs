namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Whether a held job still waits.</summary>
public enum HoldState
{
    /// <summary>It waits for a price or a customer.</summary>
    Open,

    /// <summary>It has been charged since.</summary>
    Priced,

    /// <summary>It will never be charged.</summary>
    WrittenOff,
}
