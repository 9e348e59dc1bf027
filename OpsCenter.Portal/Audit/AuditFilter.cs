using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Audit;

/// <summary>Which entries a list shows. What is null does not restrict.</summary>
public sealed record AuditFilter
{
    /// <summary>Part of the action, the subject's id or the reason, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>Who acted: the subject of an actor, exactly.</summary>
    public string? Actor { get; init; }

    /// <summary>The customer it is about.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>When it happened.</summary>
    public DayRange Days { get; init; } = DayRange.All;
}
