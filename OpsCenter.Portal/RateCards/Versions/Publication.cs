using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Integrations;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>
/// One act of publishing: the gate is closed, the time is taken, and whatever is written becomes true together. Nothing is, unless it is
/// committed.
/// </summary>
internal sealed class Publication(
    OpsCenterDbContext db, IDbContextTransaction transaction, DateTimeOffset now, VersionHeads heads, RateCardCache cards, MarginFloor floor) : IAsyncDisposable
{
    private static readonly TimeSpan SmallestStep = TimeSpan.FromMicroseconds(1);
    private int lastNumber = heads.LastNumber;

    public OpsCenterDbContext Db => db;

    public DateTimeOffset Now => now;

    public VersionHeads Heads => heads;

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    /// <summary>Writes the version, and what becomes of the scheduled one. Anything but <see cref="PublishOutcome.Published"/> wrote nothing that may be committed.</summary>
    public async Task<PublishOutcome> PublishAsync(Actor.User actor, PublishPlan plan, PublishTerms terms, CancellationToken cancellationToken)
    {
        if (Refuse(plan, terms) is { } refusal)
            return refusal;

        if (heads.Scheduled is not { } waiting)
            return await WriteAsync(actor, plan, terms, cancellationToken);

        if (waiting.EffectiveFrom - now < PublishTerms.MinNotice)
            return new PublishOutcome.TimeRefused($"Version {waiting.Version} comes into force in a moment. Publish after it.");

        if (terms.WhenScheduled is not { } choice)
            return new PublishOutcome.ScheduledInTheWay(waiting.Version, waiting.EffectiveFrom);

        var planned = await cards.GetAsync(waiting.Version, cancellationToken);
        var itsChanges = RateCardDiff.Between(await SheetOfAsync(waiting.BaseVersion, cancellationToken), RateCardSheet.Of(planned.Content));
        await CancelAsync(actor, waiting, terms.Note, cancellationToken);

        return (choice, terms.EffectiveFrom) switch
        {
            (ScheduledChoice.Cancel, _) => await WriteAsync(actor, plan, terms, cancellationToken),
            (ScheduledChoice.Keep, not null) => await WriteAsync(actor, Joined(plan, itsChanges), terms, cancellationToken),
            (ScheduledChoice.Keep, null) => await WriteBothAsync(actor, plan, terms, waiting, itsChanges, cancellationToken),
        };
    }

    /// <summary>Calls a version off that waits for its time.</summary>
    public async Task CancelAsync(Actor actor, RateCardVersion version, string reason, CancellationToken cancellationToken)
    {
        await db.RateCardVersions
            .Where(v => v.Version == version.Version)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.CancelledAt, now).SetProperty(x => x.CancelledBy, actor.Subject), cancellationToken);
        AuditTrail.Append(db, actor, now, PublishAudit.Cancelled(version, reason));
        await db.SaveChangesAsync(cancellationToken);
    }

    private PublishOutcome? Refuse(PublishPlan plan, PublishTerms terms)
    {
        var problems = RateCardRules.Validate(plan.After);

        if (problems.Length > 0 || plan.Differences.Count == 0)
            return problems.Length > 0 ? new PublishOutcome.Invalid(problems) : new PublishOutcome.NotAsReviewed();

        if (terms.TimeProblem(now) is { } late)
            return new PublishOutcome.TimeRefused(late);

        var breaches = floor.NewBreaches(plan.BeforeSheet, plan.After);

        return breaches.Length > 0 && string.IsNullOrWhiteSpace(terms.FloorReason) ? new PublishOutcome.BelowFloor(breaches) : null;
    }

    // The scheduled changes were made to prices that are about to change: they are made to the new ones, at the time they had.
    private async Task<PublishOutcome> WriteBothAsync(
        Actor.User actor, PublishPlan plan, PublishTerms terms, RateCardVersion waiting, IReadOnlyList<RowDifference> itsChanges, CancellationToken cancellationToken)
    {
        var published = await WriteAsync(actor, plan, terms, cancellationToken);

        if (published is not PublishOutcome.Published done)
            return published;

        var before = (await RateCardStore.LoadAsync(db, done.Version, cancellationToken))!; // written a moment ago
        var moved = new PublishPlan(before, plan.After.ApplyCells(itsChanges));

        if (moved.Differences.Count == 0)
            return done;

        var itsTerms = new PublishTerms(waiting.Note) { EffectiveFrom = waiting.EffectiveFrom, FloorReason = waiting.FloorReason ?? terms.FloorReason };

        return await WriteAsync(actor, moved, itsTerms, cancellationToken) is PublishOutcome.Published follower
            ? done with { Follower = follower.Version }
            : new PublishOutcome.Invalid(RateCardRules.Validate(moved.After));
    }

    private async Task<PublishOutcome> WriteAsync(Actor.User actor, PublishPlan plan, PublishTerms terms, CancellationToken cancellationToken)
    {
        if (RateCardRules.Validate(plan.After) is { Length: > 0 } problems)
            return new PublishOutcome.Invalid(problems);

        var known = new[] { plan.Before, plan.Restored, plan.IdsOf }.OfType<RateCard>().Select(card => card.Content);
        var content = plan.After.ToContent(new RateCardIds(now, known).For);
        var hasBreach = floor.NewBreaches(plan.BeforeSheet, plan.After).Length > 0;
        var version = new RateCardVersion(
            ++lastNumber, content.Currency, content.DefaultAgentRatePer1K, terms.EffectiveFrom ?? AfterCurrent(), now, actor.Subject, terms.Note.Trim(), plan.Before.Version)
        {
            Scheduled = terms.EffectiveFrom is not null,
            RestoredVersion = plan.Restored?.Version,
            FloorReason = hasBreach ? terms.FloorReason?.Trim() : null,
        };
        await RateCardStore.InsertAsync(db, version, content, cancellationToken);
        await BrigadeRefreshMessage.LeaveAsync((NpgsqlConnection)db.Database.GetDbConnection(), version.Version, now, terms.EffectiveFrom, cancellationToken);
        AuditTrail.Append(db, actor, now, PublishAudit.Of(version, plan.Differences));
        await db.SaveChangesAsync(cancellationToken);

        return new PublishOutcome.Published(version.Version, version.EffectiveFrom) { IsScheduled = version.Scheduled };
    }

    private static PublishPlan Joined(PublishPlan plan, IReadOnlyList<RowDifference> itsChanges) =>
        plan with { After = plan.BeforeSheet.ApplyCells(itsChanges).ApplyCells(plan.Differences) };

    // Version 1 has no base, and is never scheduled.
    private async Task<RateCardSheet> SheetOfAsync(int? version, CancellationToken cancellationToken) =>
        RateCardSheet.Of((await cards.GetAsync(version ?? 1, cancellationToken)).Content);

    // A clock that was set back must not make a version price the past.
    private DateTimeOffset AfterCurrent() =>
        now > heads.Current.EffectiveFrom + SmallestStep ? now : heads.Current.EffectiveFrom + SmallestStep;
}
