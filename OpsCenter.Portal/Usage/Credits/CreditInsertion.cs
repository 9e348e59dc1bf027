namespace OpsCenter.Portal.Usage.Credits;

/// <summary>What inserting a credit came to.</summary>
internal enum CreditInsertion
{
    /// <summary>It is new.</summary>
    Inserted,

    /// <summary>It was given by an earlier try.</summary>
    SameAgain,

    /// <summary>Its job has a credit.</summary>
    JobCredited,
}
