namespace OpsCenter.Domain.RateCards;

/// <summary>What became of a row.</summary>
public enum DifferenceKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is there no more.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,
}
