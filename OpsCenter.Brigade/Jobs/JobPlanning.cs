using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Jobs;

/// <summary>What came of planning a job.</summary>
internal abstract record JobPlanning
{
    private JobPlanning()
    {
    }

    /// <summary>It may run.</summary>
    public sealed record Ready(JobPlan Plan) : JobPlanning;

    /// <summary>It must not run, and why.</summary>
    public sealed record Refused(BrigadeProblem Problem) : JobPlanning;
}
