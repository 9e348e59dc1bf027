using Npgsql;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>Writes many jobs in one transaction: keys, events, charges or holds, roll-ups. All of them, or, when it throws, none.</summary>
public sealed class GroupCommit(NpgsqlDataSource database, RateCardCache rateCards)
{
    /// <summary>Writes jobs that wait together.</summary>
    /// <returns>The outcomes in the order of the jobs.</returns>
    /// <exception cref="UsageStoreUnavailableException">The database is away.</exception>
    internal RecordUsageOutcome[] Run(StoredUsage[] jobs)
    {
        var committing = false;

        try
        {
            using var connection = database.OpenConnection();
            using var transaction = connection.BeginTransaction();
            var (rows, outcomes) = Prepare(connection, jobs);
            committing = true;
            rows.Commit(connection);

            return outcomes;
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception) && !DatabaseFailure.IsConflict(exception))
        {
            throw new UsageStoreUnavailableException(committing, exception);
        }
    }

    private (UsageRows Rows, RecordUsageOutcome[] Outcomes) Prepare(NpgsqlConnection connection, StoredUsage[] jobs)
    {
        var group = new KeyGroup(jobs);
        var claim = UsageTables.Claim(connection, jobs, group.Leaders);
        var fresh = Array.FindAll(jobs, job => job.Key is null || claim.NewKeys.Contains(job.EventId));
        var rows = new UsageRows(claim.Book);
        var answers = new Dictionary<Guid, RecordedJob>(jobs.Length);

        foreach (var job in fresh)
        {
            var organization = claim.OrganizationOf(job.Report.CustomerRef);
            var card = CardOf(claim.VersionAt(job.PricedAt));
            var result = Price(card, job.Report, organization is not null);
            rows.Add(job, organization, card, result);
            answers.Add(job.EventId, RecordedAnswers.Of(job, card, result));
        }

        var stored = fresh.Length == jobs.Length
            ? []
            : RecordedAnswers.Find(connection, group.MayBeStored(claim.NewKeys));

        return (rows, Array.ConvertAll(jobs, job => OutcomeOf(job, group.LeaderOf(job), answers, stored)));
    }

    // In memory but for the first job of a version; the thread is the writer's own and may block.
    private RateCard CardOf(int version) => rateCards.GetAsync(version, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    // A job's own answer, or that of the one who had its key first: an earlier one in this group or one stored long ago.
    private static RecordUsageOutcome OutcomeOf(
        StoredUsage job, StoredUsage leader, Dictionary<Guid, RecordedJob> answers, Dictionary<JobKey, FirstReport> stored)
    {
        if (answers.TryGetValue(job.EventId, out var own))
        {
            return new RecordUsageOutcome.Recorded(own, Replayed: false);
        }

        // Only jobs with a key have another leader, lose their key to a stored one or may be out of time.
        var key = job.Key!.Value;

        if (job.Report.IsOutOfTime && !answers.ContainsKey(leader.EventId) && !stored.ContainsKey(key))
        {
            return new RecordUsageOutcome.OutOfTime();
        }

        var first = answers.TryGetValue(leader.EventId, out var answer) ? new FirstReport(answer, leader.Report.ContentHash) : stored[key];

        return first.ContentHash.Span.SequenceEqual(job.Report.ContentHash.Span)
            ? new RecordUsageOutcome.Recorded(first.Answer, Replayed: true)
            : new RecordUsageOutcome.Conflict();
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
}
