namespace OpsCenter.Brigade.Jobs;

/// <summary>Why a job ended before its end.</summary>
/// <param name="Code">Stable name for programs: <c>ceiling</c>, <c>model</c>, <c>timeout</c>, <c>stopping</c>.</param>
/// <param name="Message">The same for a person.</param>
public sealed record JobEnding(string Code, string Message);
