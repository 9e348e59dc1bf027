namespace OpsCenter.Brigade.Status;

/// <summary>What can be in trouble, the gravest first.</summary>
public enum TroubleArea
{
    /// <summary>Reports are not acknowledged.</summary>
    Reporting,

    /// <summary>The rate card cannot be fetched or used.</summary>
    RateCard,

    /// <summary>The copy of the rate card on disk cannot be kept or read.</summary>
    CardCopy,

    /// <summary>Reports were refused for good and wait for somebody to look at them.</summary>
    DeadLetters,
}
