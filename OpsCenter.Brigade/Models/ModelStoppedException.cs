using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Models;

/// <summary>A model did not finish a job; what it gave until then counts as used.</summary>
/// <param name="status">Failed or aborted.</param>
/// <param name="message">Why, for a person; never holds input, output or a key.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class ModelStoppedException(JobStatus status, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How the job ends.</summary>
    public JobStatus Status { get; } = status;
}
