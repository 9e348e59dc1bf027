namespace OpsCenter.Portal.Usage.Recording;

/// <summary>The database did not answer, so a report was not acknowledged.</summary>
/// <param name="outcomeUnknown">True when the connection broke while committing: the report may be stored or not.</param>
/// <param name="cause">What the database client said.</param>
public sealed class UsageStoreUnavailableException(bool outcomeUnknown, Exception cause)
    : Exception("The usage store is not available.", cause)
{
    /// <summary>Whether the report may have been stored. With a job key a retry is safe all the same; without one it is not.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;
}
