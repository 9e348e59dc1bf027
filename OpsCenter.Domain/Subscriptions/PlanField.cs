namespace OpsCenter.Domain.Subscriptions;

/// <summary>What a person fills in for a plan.</summary>
public enum PlanField
{
    /// <summary>Its code, given once.</summary>
    Code,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>For whom it is.</summary>
    Summary,

    /// <summary>Price of a month.</summary>
    MonthlyPrice,

    /// <summary>Price of a year.</summary>
    YearlyPrice,

    /// <summary>Price of a trial.</summary>
    OncePrice,

    /// <summary>Hours of a trial.</summary>
    OnceHours,

    /// <summary>Included usage.</summary>
    Included,

    /// <summary>Threshold of input tokens.</summary>
    InputTokens,

    /// <summary>Threshold of output tokens.</summary>
    OutputTokens,

    /// <summary>Threshold of agent tokens.</summary>
    AgentTokens,

    /// <summary>Threshold of searches.</summary>
    Searches,

    /// <summary>Whether limits stop.</summary>
    LimitsStop,

    /// <summary>Keys of its own.</summary>
    Byok,

    /// <summary>Audit export.</summary>
    AuditExport,

    /// <summary>Members.</summary>
    Seats,

    /// <summary>Ceiling of a job.</summary>
    MaxJobCost,
}
