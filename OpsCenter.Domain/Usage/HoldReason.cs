namespace OpsCenter.Domain.Usage;

/// <summary>Why a job cannot be priced yet. Ordered as reported: the first one that applies is the job's <c>hold_reason</c>.</summary>
public enum HoldReason
{
    /// <summary>The route is absent from the rate card.</summary>
    UnknownRoute,

    /// <summary>The agent is absent from the rate card.</summary>
    UnknownAgent,

    /// <summary>A tool is absent from the rate card.</summary>
    UnknownTool,

    /// <summary>The reported customer is none of ours.</summary>
    UnknownCustomer,
}
