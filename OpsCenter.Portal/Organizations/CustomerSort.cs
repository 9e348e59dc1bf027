namespace OpsCenter.Portal.Organizations;

/// <summary>The orders of the list of customers. Rows that are equal in it follow by identity, so that pages never overlap.</summary>
public enum CustomerSort
{
    /// <summary>By name, A first.</summary>
    Name,

    /// <summary>By name, Z first.</summary>
    NameDescending,

    /// <summary>The newest customer first.</summary>
    Newest,

    /// <summary>The oldest customer first.</summary>
    Oldest,
}
