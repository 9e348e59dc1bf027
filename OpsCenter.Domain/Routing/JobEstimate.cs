using OpsCenter.Domain.Usage;

namespace OpsCenter.Domain.Routing;

/// <summary>
/// What a job will cost when it succeeds, with all fee parts. The range is that of its output tokens; more output never costs less, so
/// low ≤ expected ≤ high. A job that fails may cost less than the low end, by its agent's failure policy.
/// </summary>
/// <param name="Low">With the fewest output tokens.</param>
/// <param name="Expected">With the expected ones: what a ceiling is compared with before the job.</param>
/// <param name="High">With the most.</param>
public sealed record JobEstimate(JobPrice Low, JobPrice Expected, JobPrice High);
