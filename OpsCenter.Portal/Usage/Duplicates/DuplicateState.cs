namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>What became of a likely duplicate.</summary>
public enum DuplicateState
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>The customer was given the money back.</summary>
    Credited,

    /// <summary>It was a job of its own.</summary>
    Dismissed,
}
