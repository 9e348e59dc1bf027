using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Jobs;

/// <summary>What a caller is told about a job.</summary>
internal abstract record JobAnswer
{
    private JobAnswer()
    {
    }

    /// <summary>It ran, and its report is durable.</summary>
    public sealed record Done(JobRecord Record) : JobAnswer;

    /// <summary>It was not started.</summary>
    public sealed record Refused(BrigadeProblem Problem) : JobAnswer;
}
