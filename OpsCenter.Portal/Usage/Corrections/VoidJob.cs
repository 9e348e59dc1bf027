using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>Takes a job's charge back: a reversal of the charge in force, nothing in its place. What was reported stays.</summary>
public sealed class VoidJob(CorrectionPoster poster)
{
    /// <summary>What voiding would do.</summary>
    /// <exception cref="AccessDeniedException">The actor may not correct jobs.</exception>
    public async Task<CorrectionOutcome> PreviewAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.CorrectJobs);

        return await poster.PreviewAsync(eventId, CorrectionPlan.Void, cancellationToken);
    }

    /// <summary>Voids the job, unless somebody corrected it since the preview.</summary>
    /// <exception cref="AccessDeniedException">The actor may not correct jobs.</exception>
    public async Task<CorrectionOutcome> HandleAsync(Actor actor, CorrectionRequest request, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.CorrectJobs);

        return await poster.PostAsync(actor, request, "job.voided", CorrectionPlan.Void, cancellationToken);
    }
}
