namespace OpsCenter.Domain.Routing;

/// <summary>What a job is expected to use, before it runs.</summary>
/// <param name="InputTokens">Input tokens, 0…10⁹; known before the job, so one number.</param>
/// <param name="LeastOutput">Fewest output tokens of a job that succeeds.</param>
/// <param name="ExpectedOutput">Output tokens of an ordinary run; not below the fewest.</param>
/// <param name="MostOutput">Output tokens after which the model is told to stop, at most 10⁹; not below the expected ones.</param>
public sealed record TokenEstimate(long InputTokens, long LeastOutput, long ExpectedOutput, long MostOutput);
