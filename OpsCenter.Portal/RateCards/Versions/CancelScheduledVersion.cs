using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>Calls a version off that waits for its time. It stays in the history, and never prices a job.</summary>
public sealed class CancelScheduledVersion(VersionPublisher publisher)
{
    /// <summary>Calls it off, unless its time has come.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<CancelOutcome> HandleAsync(Actor.User actor, int version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        await using var publication = await publisher.BeginAsync(cancellationToken);

        if (publication.Heads.Scheduled is not { } waiting || waiting.Version != version)
            return CancelOutcome.NotScheduled;

        if (waiting.EffectiveFrom - publication.Now < PublishTerms.MinNotice)
            return CancelOutcome.TooLate;

        await publication.CancelAsync(actor, waiting, "", cancellationToken);
        await publisher.CommitAsync(publication, cancellationToken);

        return CancelOutcome.Cancelled;
    }
}
