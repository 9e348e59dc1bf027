namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Why holds are not resolved.</summary>
public enum HoldRefusal
{
    /// <summary>There is no such hold, or none was chosen.</summary>
    NotFound,

    /// <summary>More holds than one act takes.</summary>
    TooMany,

    /// <summary>A hold was resolved after the reader saw it.</summary>
    ResolvedMeanwhile,

    /// <summary>A hold is still open, but not as the reader saw it: it was assigned, or its proposal is another one.</summary>
    ChangedMeanwhile,

    /// <summary>There is no price to approve.</summary>
    NothingProposed,

    /// <summary>The report itself names a customer of ours, and what was reported is not changed.</summary>
    OwnedByReport,

    /// <summary>There is no such customer.</summary>
    NoSuchCustomer,

    /// <summary>The reason is missing, too short or too long.</summary>
    ReasonInvalid,
}
