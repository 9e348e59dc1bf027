using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Ledger;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Rollups;

namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>
/// Posts a correction and its audit row in one transaction. Two operators may press at once: each entry's place in the job's ledger is
/// unique, so the database lets one through, and the other is told what happened.
/// </summary>
public sealed class CorrectionPoster(
    IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, ActorNames names, LiveMarks marks, TimeProvider clock)
{
    /// <summary>Works out a correction without posting it.</summary>
    internal async Task<CorrectionOutcome> PreviewAsync(
        Guid eventId, Func<StoredJob, CorrectionOutcome> plan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        return await PlanAsync(db, eventId, job => Task.FromResult(plan(job)), cancellationToken);
    }

    /// <summary>Posts a correction.</summary>
    /// <param name="actor">Who corrects; the command has checked that they may.</param>
    /// <param name="request">Which job, as which reader saw it, and why.</param>
    /// <param name="action">For the audit row: <c>job.voided</c>.</param>
    /// <param name="plan">What to do, from the job as it is now.</param>
    /// <param name="cancellationToken">Nothing is posted when it comes before the commit.</param>
    internal async Task<CorrectionOutcome> PostAsync(
        Actor actor, CorrectionRequest request, string action, Func<StoredJob, CorrectionOutcome> plan, CancellationToken cancellationToken)
    {
        if (CorrectionReason.ProblemWith(request.Reason) is { } problem)
            return new CorrectionOutcome.Refused(CorrectionRefusal.ReasonInvalid, problem);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        try
        {
            await JobLock.TakeAsync(db, request.EventId, cancellationToken);
            var outcome = await PlanAsync(db, request.EventId, PostUnlessChangedAsync, cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            if (outcome is CorrectionOutcome.Posted)
            {
                marks.Mark(LiveTopic.Usage);
            }

            return outcome;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await transaction.RollbackAsync(cancellationToken);

            return await PlanAsync(db, request.EventId, job => WhatHappenedAsync(job, plan(job), cancellationToken), cancellationToken);
        }

        async Task<CorrectionOutcome> PostUnlessChangedAsync(StoredJob job) => (plan(job), job.LastSeq == request.SeenSeq) switch
        {
            (CorrectionOutcome.Ready ready, true) => await PostAsync(db, actor, request, action, job, ready.Preview, cancellationToken),
            (CorrectionOutcome.Refused { Refusal: not CorrectionRefusal.AlreadyVoided } refused, true) => refused,
            var (planned, _) => await WhatHappenedAsync(job, planned, cancellationToken),
        };
    }

    private static async Task<CorrectionOutcome> PlanAsync(
        OpsCenterDbContext db, Guid eventId, Func<StoredJob, Task<CorrectionOutcome>> plan, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);

        return await StoredJobReader.FindAsync((NpgsqlConnection)db.Database.GetDbConnection(), eventId, cancellationToken) is { } job
            ? await plan(job)
            : new CorrectionOutcome.Refused(CorrectionRefusal.NotFound, "There is no such job.");
    }

    private async Task<CorrectionOutcome> PostAsync(
        OpsCenterDbContext db,
        Actor actor,
        CorrectionRequest request,
        string action,
        StoredJob job,
        CorrectionPreview preview,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entries = CorrectionPlan.Entries(job, preview, now, actor.Subject, request.Reason.Trim());
        var rollups = await RollupsOfAsync(job, entries, cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var book = await PostingBook.OpenAsync(connection, [entries[0].OrganizationId], job.OccurredAt, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        LedgerTable.AddTo(batch, entries, book);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            action,
            "job",
            job.EventId.ToString(),
            CorrectionAudit.StateOf(preview.Before, preview.BeforeVersion),
            CorrectionAudit.StateOf(preview.After, preview.AfterVersion),
            request.Reason.Trim(),
            entries[0].OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await rollups.WriteAsync(connection, cancellationToken);

        return new CorrectionOutcome.Posted(preview);
    }

    private async Task<RollupChanges> RollupsOfAsync(
        StoredJob job, ImmutableArray<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var rollups = new RollupChanges();

        foreach (var entry in entries)
        {
            var card = await cards.GetAsync(entry.RateCardVersion, cancellationToken);
            var counted = new RollupJob(job.OccurredAt, entry.OrganizationId, job.MemberRef, job.Usage, entry.Price.Total.Currency);

            if (entry.ReversesSeq is null)
                rollups.AddCharge(counted, card, entry.Price);
            else
                rollups.ReverseCharge(counted, card, entry.Price.Negated());
        }

        return rollups;
    }

    private async Task<CorrectionOutcome> WhatHappenedAsync(StoredJob job, CorrectionOutcome planned, CancellationToken cancellationToken)
    {
        if (job.Ledger.IsEmpty)
            return planned;

        var last = job.Ledger[^1];
        var name = (await names.OfAsync([last.PostedBy], cancellationToken))[last.PostedBy];
        var act = last.Kind is LedgerEntryKind.Reversal ? "voided this job" : $"priced this job with version {last.RateCardVersion}";
        var refusal = planned is CorrectionOutcome.Refused { Refusal: CorrectionRefusal.AlreadyVoided }
            ? CorrectionRefusal.AlreadyVoided
            : CorrectionRefusal.ChangedMeanwhile;

        return new CorrectionOutcome.Refused(refusal, $"{name} {act} on {last.PostedAt.UtcDateTime:yyyy-MM-dd} at {last.PostedAt.UtcDateTime:HH:mm} UTC: “{last.Reason}”.");
    }
}
