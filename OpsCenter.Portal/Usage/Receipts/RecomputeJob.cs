using Npgsql;
using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Answers the button "Recompute": does the pricing function still say what the ledger says? Changes nothing.</summary>
public sealed class RecomputeJob(NpgsqlDataSource database, Recomputation recomputation)
{
    /// <summary>Prices the job again from what is stored.</summary>
    /// <param name="actor">Somebody who may see the job. Costs are compared for those who may see them.</param>
    /// <param name="eventId">The job.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<RecomputeOutcome> HandleAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var job = await StoredJobReader.FindAsync(connection, eventId, cancellationToken);

        if (job is null || !scope.Includes(job.OrganizationId))
            return new RecomputeOutcome.NotFound();

        if (job.Ledger.IsEmpty)
            return new RecomputeOutcome.NothingCharged();

        var differences = await recomputation.DifferencesAsync(job, scope.SeesCosts, cancellationToken);

        return differences.IsEmpty
            ? new RecomputeOutcome.Agrees(job.Ledger.Length)
            : new RecomputeOutcome.Differs(differences);
    }
}
