namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>Why a job is not corrected.</summary>
public enum CorrectionRefusal
{
    /// <summary>There is no such job.</summary>
    NotFound,

    /// <summary>The job is held or written off: there is no charge to correct.</summary>
    NotCharged,

    /// <summary>The job is voided already.</summary>
    AlreadyVoided,

    /// <summary>The job's money was given back as a credit already.</summary>
    AlreadyCredited,

    /// <summary>The chosen version is not published or lacks a price that the job needs.</summary>
    PriceMissing,

    /// <summary>The chosen version is in force for the job and gives the same amounts.</summary>
    ChangesNothing,

    /// <summary>The reason is missing, too short or too long.</summary>
    ReasonInvalid,

    /// <summary>Somebody else corrected the job after the reader saw it.</summary>
    ChangedMeanwhile,
}
