using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Receipts;

/// <summary>Reads receipts.</summary>
public sealed class ReceiptQueries(
    NpgsqlDataSource database, RateCardCache cards, Recomputation recomputation, CustomerQueries customers, ActorNames names)
{
    /// <summary>The receipt of a job, or null when there is no such job or the actor may not see it: a stranger cannot tell which.</summary>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<Receipt?> FindAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);
        var job = await ReadAsync(eventId, cancellationToken);

        if (job is null || !scope.Includes(job.OrganizationId))
            return null;

        var named = job.OrganizationId is { } id ? await customers.NamesAsync(actor, [id], cancellationToken) : null;

        return new Receipt
        {
            EventId = job.EventId,
            OccurredAt = job.OccurredAt,
            ReceivedAt = job.ReceivedAt,
            Source = job.Source,
            JobId = job.JobId,
            CustomerId = job.OrganizationId,
            CustomerName = named?.Values.SingleOrDefault() ?? job.CustomerRef,
            MemberRef = job.MemberRef,
            Usage = scope.SeesCosts ? job.Usage : job.Usage with { ProviderCost = null },
            ReasoningTokens = job.ReasoningTokens,
            Metadata = job.Metadata,
            State = job.State,
            Hold = job.Hold,
            Credited = job.Credited,
            Net = job.Net is { } net ? ReceiptPrice.Of(net, scope) : null,
            Billing = job.Billing,
            RateCardVersion = job.LastCharge?.RateCardVersion,
            AgentWasDisabled = scope.SeesCosts && await AgentWasDisabledAsync(job, cancellationToken),
            Steps = await StepsAsync(job, scope, cancellationToken),
            Differences = await recomputation.DifferencesAsync(job, scope.SeesCosts, cancellationToken),
            Entries = await EntriesAsync(job, scope, cancellationToken),
            ShowsCosts = scope.SeesCosts,
            CanBeCorrected = AccessPolicy.Allows(actor, Permission.CorrectJobs) && job.State is not (JobState.Held or JobState.WrittenOff),
        };
    }

    /// <summary>Whether there is a receipt the actor may see.</summary>
    /// <exception cref="AccessDeniedException">The actor may see no jobs at all.</exception>
    public async Task<bool> ExistsAsync(Actor actor, Guid eventId, CancellationToken cancellationToken)
    {
        var scope = JobScope.Of(actor);

        return await ReadAsync(eventId, cancellationToken) is { } job && scope.Includes(job.OrganizationId);
    }

    private async Task<StoredJob?> ReadAsync(Guid eventId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await StoredJobReader.FindAsync(connection, eventId, cancellationToken);
    }

    private async Task<bool> AgentWasDisabledAsync(StoredJob job, CancellationToken cancellationToken) =>
        job.FirstCharge is { } charge
        && (await cards.GetAsync(charge.RateCardVersion, cancellationToken)).FindAgent(job.Usage.Agent) is { Active: false };

    private async Task<ImmutableArray<TraceStep>> StepsAsync(StoredJob job, JobScope scope, CancellationToken cancellationToken)
    {
        if (job.LastCharge is not { } charge)
            return [];

        var trace = JobPricer.Explain(await cards.GetAsync(charge.RateCardVersion, cancellationToken), job.Usage).Trace;

        return scope.SeesCosts ? trace.Steps : CustomerTrace.Of(trace);
    }

    private async Task<ImmutableArray<ReceiptEntry>> EntriesAsync(StoredJob job, JobScope scope, CancellationToken cancellationToken)
    {
        var posters = scope.SeesCosts ? await names.OfAsync(job.Ledger.Select(entry => entry.PostedBy), cancellationToken) : null;

        return
        [
            .. job.Ledger.Select(entry => new ReceiptEntry(
                entry.Seq, entry.Kind, ReceiptPrice.Of(entry.Price, scope), entry.RateCardVersion, entry.PostedAt,
                posters?[entry.PostedBy], entry.ReversesSeq, entry.Reason, entry.PostingPeriod)),
        ];
    }
}
