using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>
/// Charges a job by another version of the rate card: a reversal of the charge in force, if there is one, and a new charge worked out
/// by the pricing function from what was reported. A voided job is charged again by it.
/// </summary>
public sealed class RepriceJob(CorrectionPoster poster, RateCardCache cards, PublishedVersions published)
{
    /// <summary>What pricing it with a version would do.</summary>
    /// <exception cref="AccessDeniedException">The actor may not correct jobs.</exception>
    public async Task<CorrectionOutcome> PreviewAsync(Actor actor, Guid eventId, int version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.CorrectJobs);

        return await PlanForAsync(version, cancellationToken) is { } plan
            ? await poster.PreviewAsync(eventId, plan, cancellationToken)
            : NotPublished(version);
    }

    /// <summary>Prices the job with a version, unless somebody corrected it since the preview.</summary>
    /// <exception cref="AccessDeniedException">The actor may not correct jobs.</exception>
    public async Task<CorrectionOutcome> HandleAsync(
        Actor actor, CorrectionRequest request, int version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.CorrectJobs);

        return await PlanForAsync(version, cancellationToken) is { } plan
            ? await poster.PostAsync(actor, request, "job.repriced", plan, cancellationToken)
            : NotPublished(version);
    }

    private async Task<Func<StoredJob, CorrectionOutcome>?> PlanForAsync(int version, CancellationToken cancellationToken) =>
        await published.ContainAsync(version, cancellationToken) && await cards.GetAsync(version, cancellationToken) is var card
            ? job => CorrectionPlan.Reprice(job, card)
            : null;

    private static CorrectionOutcome.Refused NotPublished(int version) =>
        new(CorrectionRefusal.PriceMissing, $"Version {version} of the rate card is not published.");
}
