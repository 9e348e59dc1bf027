using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.Usage.Jobs;

/// <summary>Which jobs a list shows. What is null does not restrict; what the actor may see always does.</summary>
public sealed record JobFilter
{
    /// <summary>No restriction.</summary>
    public static JobFilter None { get; } = new();

    /// <summary>The customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The agent's name, exactly.</summary>
    public string? Agent { get; init; }

    /// <summary>The route, <c>provider:model</c>, exactly.</summary>
    public string? Route { get; init; }

    /// <summary>The member that the report named, exactly.</summary>
    public string? Member { get; init; }

    /// <summary>A tool that it used, exactly.</summary>
    public string? Tool { get; init; }

    /// <summary>How the job ended.</summary>
    public JobStatus? Outcome { get; init; }

    /// <summary>What became of its price.</summary>
    public JobState? State { get; init; }

    /// <summary>When it happened.</summary>
    public DayRange Days { get; init; } = DayRange.All;

    /// <summary>The billing period in which something was posted for it: what an invoice of that period is about.</summary>
    public Guid? BillingPeriodId { get; init; }

    /// <summary>Whether only jobs are shown that nobody is billed for.</summary>
    public bool IsUnbilled { get; init; }

    /// <summary>Which part the customer's own provider keys played.</summary>
    public KeyUse? Keys { get; init; }

    /// <summary>The source's own key of the job, or the id of its receipt; exactly.</summary>
    public string? JobId { get; init; }
}
