using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Tells an operator what happened to holds since they looked.</summary>
public sealed class HoldStories(ActorNames names)
{
    /// <summary>A refusal when one of the holds is not there or does not wait any more; null when all do.</summary>
    internal async Task<HoldOutcome.Refused?> MissingOrResolvedAsync(Guid[] ids, List<HeldJob> jobs, CancellationToken cancellationToken)
    {
        if (jobs.Count != ids.Distinct().Count())
            return new HoldOutcome.Refused(HoldRefusal.NotFound, "There is no such held job.");

        var resolved = jobs.FindAll(job => job.State is not HoldState.Open);

        return resolved.Count == 0
            ? null
            : new HoldOutcome.Refused(HoldRefusal.ResolvedMeanwhile, $"{HowMany(resolved.Count, jobs.Count)} {await EndOfAsync(resolved[0], cancellationToken)} Nothing was changed.");
    }

    /// <summary>A refusal when one of the holds is not as it was seen; null when all are.</summary>
    internal static HoldOutcome.Refused? Changed(IReadOnlyList<SeenHold> seen, List<HeldJob> jobs)
    {
        var now = jobs.ToDictionary(job => job.EventId);
        var changed = seen.Count(hold => hold != new SeenHold(hold.EventId, now[hold.EventId].OrganizationId, now[hold.EventId].Proposal));

        return changed == 0
            ? null
            : new HoldOutcome.Refused(
                HoldRefusal.ChangedMeanwhile,
                $"{HowMany(changed, jobs.Count)} changed since you looked: another customer, or another price to approve. Nothing was changed; look again.");
    }

    private static string HowMany(int some, int all) => (some, all) switch
    {
        (_, 1) => "This job",
        (1, _) => $"1 of the {all} jobs",
        _ => $"{some} of the {all} jobs",
    };

    private async Task<string> EndOfAsync(HeldJob job, CancellationToken cancellationToken)
    {
        var by = job.ResolvedBy is { } subject ? (await names.OfAsync([subject], cancellationToken))[subject] : "";
        var act = job.State is HoldState.Priced ? "already priced" : "already written off";

        return $"was {act} by {by} on {job.ResolvedAt?.UtcDateTime:yyyy-MM-dd} at {job.ResolvedAt?.UtcDateTime:HH:mm} UTC.";
    }
}
