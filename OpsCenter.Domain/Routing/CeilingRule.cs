using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.Routing;

/// <summary>Whether a job stays below its ceiling, before and while it runs. A job that costs exactly its ceiling may run.</summary>
public static class CeilingRule
{
    /// <summary>The ceiling of a job: the least of those that are set; of equal ones the first in the order of <see cref="CeilingSource"/>.</summary>
    /// <param name="agent">The agent's, from the rate card; null for none.</param>
    /// <param name="customer">The one of the customer's plan; null for none.</param>
    /// <param name="request">The caller's; null for none.</param>
    /// <returns>Null when nobody set one.</returns>
    public static Ceiling? Of(Money? agent, Money? customer, Money? request) =>
        new[] { Made(agent, CeilingSource.Agent), Made(customer, CeilingSource.Customer), Made(request, CeilingSource.Request) }
            .OfType<Ceiling>()
            .MinBy(ceiling => ceiling.Amount);

    /// <summary>Before the job: whether the expected cost is above the ceiling, so that it must not start.</summary>
    public static bool Refuses(Ceiling? ceiling, JobEstimate estimate) => Limit.IsPassed(estimate.Expected.Total, ceiling?.Amount);

    /// <summary>During the job: whether the next step would bring its cost above the ceiling, so that it must stop before that step.</summary>
    /// <param name="ceiling">The job's ceiling; null for none.</param>
    /// <param name="costAfterStep">What the job would cost if it succeeded right after the step.</param>
    public static bool Stops(Ceiling? ceiling, Money costAfterStep) => Limit.IsPassed(costAfterStep, ceiling?.Amount);

    private static Ceiling? Made(Money? amount, CeilingSource source) => amount is { } set ? new Ceiling(set, source) : null;
}
