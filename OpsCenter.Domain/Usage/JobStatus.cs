namespace OpsCenter.Domain.Usage;

/// <summary>How a job ended.</summary>
public enum JobStatus
{
    /// <summary>The job did what it was asked for.</summary>
    Succeeded,

    /// <summary>The job ended with an error.</summary>
    Failed,

    /// <summary>The job was stopped before its end.</summary>
    Aborted,
}
