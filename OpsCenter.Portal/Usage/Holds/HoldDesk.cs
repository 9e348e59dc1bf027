using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>
/// Carries out what operators decide about holds: all of a selection or nothing, in one transaction with its charges, audit rows and
/// roll-ups. The holds are locked first; what a colleague or the portal itself did meanwhile is told, not overwritten.
/// </summary>
public sealed class HoldDesk(IDbContextFactory<OpsCenterDbContext> contexts, HoldStories stories, LiveMarks marks, TimeProvider clock)
{
    /// <summary>Most holds of one act.</summary>
    public const int MaxHolds = 500;

    private const int MaxTries = 5;

    /// <summary>Works out an act without doing it.</summary>
    internal async Task<HoldOutcome> PreviewAsync(Guid[] ids, HoldAct act, CancellationToken cancellationToken)
    {
        if (SizeProblem(ids.Length) is { } problem)
            return problem;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var newest = await VersionInForce.ShareAsync(connection, clock.GetUtcNow(), cancellationToken);
        var jobs = await HoldRows.FindAsync(connection, ids, cancellationToken);

        if (await stories.MissingOrResolvedAsync(ids, jobs, cancellationToken) is { } refused)
            return refused;

        return await PlanAllAsync(jobs, newest, act, cancellationToken) switch
        {
            (_, { } refusal) => new HoldOutcome.Refused(refusal.Refusal, refusal.Explanation),
            var (changes, _) => new HoldOutcome.Ready(new HoldPreview(
                [.. jobs.Select(job => new SeenHold(job.EventId, job.OrganizationId, job.Proposal))], HoldEffects.Of(changes))),
        };
    }

    /// <summary>Does an act, unless one of the holds is no longer as it was seen.</summary>
    internal async Task<HoldOutcome> RunAsync(Actor actor, IReadOnlyList<SeenHold> seen, HoldAct act, CancellationToken cancellationToken)
    {
        if (SizeProblem(seen.Count) is { } problem)
            return problem;

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(actor, seen, act, cancellationToken);
            }
            catch (Exception exception) when (DatabaseFailure.IsConflict(exception.GetBaseException()) && attempt < MaxTries)
            {
                // Another transaction was in the way; ours was undone as a whole and can be begun anew.
            }
        }
    }

    private async Task<HoldOutcome> RunOnceAsync(Actor actor, IReadOnlyList<SeenHold> seen, HoldAct act, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Guid[] ids = [.. seen.Select(hold => hold.EventId)];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var newest = await VersionInForce.ShareAsync(connection, now, cancellationToken);
        var jobs = await HoldRows.LockAsync(connection, ids, cancellationToken);

        if (await stories.MissingOrResolvedAsync(ids, jobs, cancellationToken) is { } gone)
            return gone;

        if (HoldStories.Changed(seen, jobs) is { } changed)
            return changed;

        var (changes, refusal) = await PlanAllAsync(jobs, newest, act, cancellationToken);

        if (refusal is not null)
            return new HoldOutcome.Refused(refusal.Refusal, refusal.Explanation);

        await HoldChanges.WriteAsync(connection, changes, now, actor.Subject, cancellationToken);

        foreach (var change in changes)
            AuditTrail.Append(db, actor, now, HoldAudit.Of(change, act));

        await db.SaveChangesAsync(cancellationToken);
        await HoldChanges.RollupsOf(changes).WriteAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);

        return new HoldOutcome.Done(HoldEffects.Of(changes));
    }

    private static async Task<(List<HoldChange> Changes, HoldActPlan.Refuse? Refusal)> PlanAllAsync(
        List<HeldJob> jobs, int newest, HoldAct act, CancellationToken cancellationToken)
    {
        var changes = new List<HoldChange>(jobs.Count);

        foreach (var job in jobs)
        {
            switch (await act.PlanAsync(job, newest, cancellationToken))
            {
                case HoldActPlan.Change change:
                    changes.Add(change.Result);
                    break;
                case HoldActPlan.Refuse refusal:
                    return (changes, refusal);
            }
        }

        return (changes, null);
    }

    private static HoldOutcome.Refused? SizeProblem(int count) => count switch
    {
        0 => new HoldOutcome.Refused(HoldRefusal.NotFound, "No held job was chosen."),
        > MaxHolds => new HoldOutcome.Refused(HoldRefusal.TooMany, $"At most {MaxHolds} jobs can be resolved at once. Choose fewer."),
        _ => null,
    };
}
