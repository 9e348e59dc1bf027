namespace OpsCenter.Portal.Usage.Replays;

/// <summary>By what the groups of a replay can be sorted.</summary>
public enum ReplayColumn
{
    /// <summary>Who gains and who loses: revenue after less revenue before.</summary>
    Difference,

    /// <summary>The name.</summary>
    Name,

    /// <summary>How many jobs.</summary>
    Jobs,

    /// <summary>Revenue by the ledger.</summary>
    Before,

    /// <summary>Revenue by the prices that were replayed.</summary>
    After,

    /// <summary>What would be left of a hundred charged.</summary>
    Margin,
}
