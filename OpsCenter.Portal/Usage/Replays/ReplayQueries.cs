using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Finds replays that were run, by their prices, and holds them against what happened.</summary>
public sealed class ReplayQueries(ReplayTable table, VersionFigures figures, RateCardQueries versions, TimeProvider clock)
{
    // Versions that were called off leave gaps; the next one that is in force is among these.
    private const int VersionsAfter = 50;

    /// <summary>The last replay with the prices of a card, whatever its period; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards or not see all jobs.</exception>
    public Task<ReplayView?> ForContentAsync(Actor actor, RateCardContent content, CancellationToken cancellationToken)
    {
        Demand(actor);

        return table.FindAsync(PriceFingerprint.Of(content), period: null, runBefore: null, cancellationToken);
    }

    /// <summary>The last replay with the prices of a card over one period; null when there is none.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards or not see all jobs.</exception>
    public Task<ReplayView?> ForContentAsync(
        Actor actor, RateCardContent content, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Demand(actor);

        return table.FindAsync(PriceFingerprint.Of(content), (from, until), runBefore: null, cancellationToken);
    }

    /// <summary>What was predicted for a version and what came of it; null when nobody replayed its prices before they came into force.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards or not see all jobs.</exception>
    public async Task<ReplaySummary?> ForVersionAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        Demand(actor);

        if (await versions.FindAsync(actor, version, cancellationToken) is not { } published
            || await PredictionAsync(published, cancellationToken) is not { Result.Total: var predicted } replay)
        {
            return null;
        }

        var actual = await figures.TotalAsync(version, published.Content.Currency, cancellationToken);

        return new ReplaySummary(
            replay.RunAt,
            replay.From,
            replay.Until,
            predicted.Jobs,
            predicted.RevenueDifference,
            predicted.MarginPercentAfter,
            actual.Jobs,
            actual.MarginPercent);
    }

    /// <summary>The same in full, by route too; null when there is no such version.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see rate cards or not see all jobs.</exception>
    public async Task<ReplayComparison?> CompareAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        Demand(actor);

        if (await versions.FindAsync(actor, version, cancellationToken) is not { } published)
            return null;

        var prediction = await PredictionAsync(published, cancellationToken);
        var (from, now) = (published.Published.Head.EffectiveFrom, clock.GetUtcNow());

        if (from > now)
            return new ReplayComparison(published.Published, prediction, Actual: null);

        var until = await EndAsync(actor, version, cancellationToken) is { } end && end < now ? end : now + TimeSpan.FromHours(1);

        return new ReplayComparison(
            published.Published, prediction, await figures.ReadAsync(version, published.Content.Currency, from, until, cancellationToken));
    }

    // What is run later is no prediction: it knows what happened.
    private Task<ReplayView?> PredictionAsync(RateCardView published, CancellationToken cancellationToken) => table.FindAsync(
        PriceFingerprint.Of(published.Content), period: null, published.Published.Head.EffectiveFrom, cancellationToken);

    private async Task<DateTimeOffset?> EndAsync(Actor actor, int version, CancellationToken cancellationToken)
    {
        var after = await versions.VersionsAsync(actor, version + 1 + VersionsAfter, VersionsAfter + 1, cancellationToken);

        return after.LastOrDefault(later => later.Version > version)?.Head.EffectiveFrom;
    }

    private static void Demand(Actor actor)
    {
        AccessPolicy.Demand(actor, Permission.ViewRateCard);
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);
    }
}
