using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>What came of an act on a plan.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>It is as asked for.</summary>
    /// <param name="Version">The newest version of the plan now.</param>
    public sealed record Done(PlanVersion Version) : PlanOutcome;

    /// <summary>It cannot be sold so; nothing changed.</summary>
    /// <param name="Problems">A sentence for each field.</param>
    public sealed record Invalid(IReadOnlyDictionary<PlanField, string> Problems) : PlanOutcome;

    /// <summary>It cannot be done now; nothing changed.</summary>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record Refused(string Message) : PlanOutcome;
}
