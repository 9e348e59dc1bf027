namespace OpsCenter.Portal.Usage.Margin;

/// <summary>By what margins can be sorted.</summary>
public enum MarginColumn
{
    /// <summary>What is charged.</summary>
    Revenue,

    /// <summary>The name.</summary>
    Name,

    /// <summary>How many jobs.</summary>
    Jobs,

    /// <summary>What it costs us.</summary>
    Cost,

    /// <summary>What is left.</summary>
    Margin,

    /// <summary>What is left of a hundred charged.</summary>
    Percent,
}
