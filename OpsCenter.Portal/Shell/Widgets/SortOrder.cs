namespace OpsCenter.Portal.Shell.Widgets;

/// <summary>Which way a column is sorted.</summary>
public enum SortOrder
{
    /// <summary>Smallest first, or from A to Z.</summary>
    Ascending,

    /// <summary>Largest first, or from Z to A.</summary>
    Descending,
}
