using OpsCenter.Brigade.Models;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>What came of executing a job.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Output">What the model wrote, up to there.</param>
/// <param name="Tokens">What it used.</param>
/// <param name="Ending">Why it ended before its end; null when it succeeded.</param>
public sealed record JobOutcome(JobStatus Status, string Output, ModelTokens Tokens, JobEnding? Ending);
