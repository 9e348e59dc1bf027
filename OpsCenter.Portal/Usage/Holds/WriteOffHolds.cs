using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Decides that held jobs will never be charged. They stay stored and counted.</summary>
public sealed class WriteOffHolds(HoldDesk desk, TimeProvider clock)
{
    /// <summary>What writing off would give up.</summary>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> PreviewAsync(Actor actor, IReadOnlyList<Guid> jobs, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return await desk.PreviewAsync([.. jobs], ActOf(actor, ""), cancellationToken);
    }

    /// <summary>Writes off all of them, or none when one has changed.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="seen">The holds as the preview had them, at most <see cref="HoldDesk.MaxHolds"/>.</param>
    /// <param name="reason">Within <see cref="CorrectionReason"/>; the customer reads it on the receipt.</param>
    /// <param name="cancellationToken">Nothing is done when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> HandleAsync(Actor actor, IReadOnlyList<SeenHold> seen, string reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return CorrectionReason.ProblemWith(reason) is { } problem
            ? new HoldOutcome.Refused(HoldRefusal.ReasonInvalid, problem)
            : await desk.RunAsync(actor, seen, ActOf(actor, reason.Trim()), cancellationToken);
    }

    private HoldAct ActOf(Actor actor, string reason) => new("hold.written_off", reason, (job, _, _) => Task.FromResult<HoldActPlan>(
        new HoldActPlan.Change(new HoldChange(job, job.End(HoldState.WrittenOff, clock.GetUtcNow(), actor.Subject, reason)))));
}
