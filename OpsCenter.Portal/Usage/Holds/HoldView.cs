namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Which holds a list shows.</summary>
public enum HoldView
{
    /// <summary>All that wait.</summary>
    Open,

    /// <summary>Those of them that wait for an operator's approval.</summary>
    Proposed,

    /// <summary>Those that were priced.</summary>
    Priced,

    /// <summary>Those that were written off.</summary>
    WrittenOff,
}
