namespace OpsCenter.Portal.Shell.Search;

/// <summary>The parts of the list of what was found, in their order.</summary>
public enum SearchGroup
{
    Jobs,
    Pages,
    Commands,
    Customers,
    Agents,
    Routes,
}
