namespace OpsCenter.Domain.Usage.Pricing;

/// <summary>What of a job's use the customer pays for: its status and the agent's failure policy in one word.</summary>
internal enum ChargeBasis
{
    /// <summary>The job succeeded: everything, at least the minimum fee.</summary>
    Everything,

    /// <summary>The job did not succeed: everything, without a minimum fee.</summary>
    WithoutMinimum,

    /// <summary>The job did not succeed: output tokens and tools, without a minimum fee.</summary>
    OutputAndTools,

    /// <summary>The job did not succeed: nothing.</summary>
    Nothing,
}
