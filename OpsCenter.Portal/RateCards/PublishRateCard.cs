using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.RateCards;

/// <summary>Makes an operator's draft the next version of the rate card.</summary>
public sealed class PublishRateCard(
    IDbContextFactory<OpsCenterDbContext> contexts, RateCardCache cards, RateCardQueries queries, CurrentVersion current, LiveMarks marks, TimeProvider clock)
{
    private static readonly TimeSpan SmallestStep = TimeSpan.FromMicroseconds(1);

    /// <summary>Publishes what was reviewed, for all jobs from now on; version, audit row and the end of the draft are one transaction.</summary>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards.</exception>
    public async Task<PublishOutcome> HandleAsync(Actor.User actor, PublishRateCardInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);

        if (Refuse(input.Note) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(RateCardGate.Close, cancellationToken);
        var newest = await db.RateCardVersions.AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(cancellationToken);

        if (newest.Version != input.BaseVersion)
        {
            return new PublishOutcome.Outdated((await queries.NamedAsync([newest], cancellationToken)).Single());
        }

        var stored = await DraftStore.LockAsync(db, actor.UserId, cancellationToken);

        if (stored is null || stored.Draft.BaseVersion != input.BaseVersion || stored.UpdatedAt != input.DraftSavedAt)
        {
            return new PublishOutcome.NotAsReviewed();
        }

        var outcome = await PublishAsync(db, actor, newest, stored.Draft, input.Note.Trim(), cancellationToken);

        if (outcome is PublishOutcome.Published)
        {
            await transaction.CommitAsync(cancellationToken);
            current.Forget();
            marks.Mark(LiveTopic.RateCard);
        }

        return outcome;
    }

    private async Task<PublishOutcome> PublishAsync(
        OpsCenterDbContext db, Actor.User actor, RateCardVersion newest, RateCardDraft draft, string note, CancellationToken cancellationToken)
    {
        var before = (await cards.GetAsync(newest.Version, cancellationToken)).Content;
        var beforeSheet = RateCardSheet.Of(before);
        var sheet = draft.Apply(beforeSheet);
        var differences = RateCardDiff.Between(beforeSheet, sheet);
        var problems = RateCardRules.Validate(sheet);

        if (problems.Length > 0 || differences.IsEmpty)
        {
            return problems.Length > 0 ? new PublishOutcome.Invalid(problems) : new PublishOutcome.NotAsReviewed();
        }

        // The gate is locked: whoever prices a job from here on waits, and then sees this version.
        var now = clock.GetUtcNow();
        var content = sheet.ToContent(new RateCardIds(before, now).For);
        var version = new RateCardVersion(
            newest.Version + 1, content.Currency, content.DefaultAgentRatePer1K, After(newest, now), now, actor.Subject, note, newest.Version);
        await RateCardStore.InsertAsync(db, version, content, cancellationToken);
        AuditTrail.Append(db, actor, now, PublishAudit.Of(version, differences));
        await db.SaveChangesAsync(cancellationToken);
        await DraftStore.DeleteAsync(db, actor.UserId, onlyIfEmpty: false, cancellationToken);

        return new PublishOutcome.Published(version.Version, version.EffectiveFrom);
    }

    // A clock that was set back must not make a version price the past.
    private static DateTimeOffset After(RateCardVersion newest, DateTimeOffset now) =>
        now > newest.EffectiveFrom + SmallestStep ? now : newest.EffectiveFrom + SmallestStep;

    private static PublishOutcome.NoteRefused? Refuse(string note) => note.Trim().Length switch
    {
        0 => new PublishOutcome.NoteRefused("Say in a few words why the prices change."),
        > PublishRateCardInput.MaxNoteLength => new PublishOutcome.NoteRefused($"At most {PublishRateCardInput.MaxNoteLength} characters."),
        _ => null,
    };
}
