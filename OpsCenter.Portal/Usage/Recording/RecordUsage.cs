using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// Records one job: its key, what was reported, and what it costs or why it waits, in one transaction. Returns only after the commit.
/// </summary>
public sealed class RecordUsage(NpgsqlDataSource database, RateCardCache rateCards, UsageMetrics metrics, TimeProvider clock)
{
    /// <summary>Records a report once, however often it comes.</summary>
    /// <param name="actor">A machine with <c>usage:write</c>, or the system.</param>
    /// <param name="report">A valid report.</param>
    /// <param name="cancellationToken">The sender went away; nothing is stored unless the commit had begun.</param>
    /// <exception cref="UsageStoreUnavailableException">The database is away.</exception>
    public async Task<RecordUsageOutcome> HandleAsync(Actor actor, UsageReport report, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.RecordUsage);
        var committing = false;

        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var outcome = await RecordAsync(connection, actor, report, cancellationToken);
            committing = true;
            await transaction.CommitAsync(CancellationToken.None);
            metrics.Count(outcome);

            return outcome;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            metrics.CountBusy();
            throw new UsageStoreUnavailableException(committing, exception);
        }
    }

    private async Task<RecordUsageOutcome> RecordAsync(
        NpgsqlConnection connection, Actor actor, UsageReport report, CancellationToken cancellationToken)
    {
        var now = ToMicroseconds(clock.GetUtcNow());
        var stored = new StoredUsage(Guid.CreateVersion7(now), SourceOf(actor), now, report.OccurredAt ?? now, report);

        if (report.JobId is not null && !await UsageTables.ClaimKeyAsync(connection, stored, cancellationToken))
        {
            return await RecordedAnswers.FindAsync(connection, stored, cancellationToken);
        }

        // A job that a fast clock puts into the future is priced with what is in force now: a later price cannot reach back to it.
        var pricedAt = stored.OccurredAt < now ? stored.OccurredAt : now;
        var context = await UsageTables.ReadContextAsync(connection, pricedAt, report.CustomerRef, cancellationToken);
        var card = await rateCards.GetAsync(context.RateCardVersion, cancellationToken);
        var result = Price(card, report, context.OrganizationId is not null);
        await UsageTables.InsertAsync(connection, stored, context, card, result, actor.Subject, cancellationToken);

        return new RecordUsageOutcome.Recorded(RecordedAnswers.Of(stored, card, result), Replayed: false);
    }

    private static PricingResult Price(RateCard card, UsageReport report, bool customerKnown) =>
        (JobPricer.Price(card, report.Usage), customerKnown) switch
        {
            (var result, true) => result,
            (PricingResult.Priced priced, false) => new PricingResult.Held([UnknownCustomer(report)], priced.Price.Total),
            (PricingResult.Held held, false) => held with { Causes = held.Causes.Add(UnknownCustomer(report)) },
            var (result, _) => throw new InvalidOperationException($"No rule for {result}."),
        };

    private static HoldCause UnknownCustomer(UsageReport report) => new(HoldReason.UnknownCustomer, report.CustomerRef);

    private static string SourceOf(Actor actor) => actor switch
    {
        Actor.Machine machine => machine.Source,
        Actor.System system => system.Task,
        _ => throw new InvalidOperationException($"A {actor.Kind} is no source of usage."),
    };

    // What PostgreSQL keeps, so that the first answer and every later one speak of the same moment.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
