using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>
/// Says whose held jobs are whose reported customer is none of ours, and charges those whose price is known. A suspended customer may be
/// given jobs: its jobs are priced all the same.
/// </summary>
public sealed class AssignHolds(HoldDesk desk, HoldPrices prices, CustomerQueries customers, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>What giving these jobs to a customer would do.</summary>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> PreviewAsync(Actor actor, IReadOnlyList<Guid> jobs, Guid customer, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return await RefuseStrangerAsync(actor, customer, cancellationToken)
            ?? await desk.PreviewAsync([.. jobs], ActOf(actor, customer), cancellationToken);
    }

    /// <summary>What giving all jobs of one reported customer would do: the oldest first, as many as one act takes.</summary>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> PreviewAllOfAsync(Actor actor, string customerRef, Guid customer, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);
        var all = await UnassignedOfAsync(customerRef, cancellationToken);
        var outcome = await PreviewAsync(actor, [.. all.Take(HoldDesk.MaxHolds)], customer, cancellationToken);

        return outcome is HoldOutcome.Ready ready && all.Count > HoldDesk.MaxHolds
            ? new HoldOutcome.Ready(ready.Preview with { More = all.Count - HoldDesk.MaxHolds })
            : outcome;
    }

    /// <summary>Gives all of them to the customer, or none when one has changed.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="seen">The holds as the preview had them, at most <see cref="HoldDesk.MaxHolds"/>.</param>
    /// <param name="customer">Whose they are.</param>
    /// <param name="cancellationToken">Nothing is done when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> HandleAsync(Actor actor, IReadOnlyList<SeenHold> seen, Guid customer, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return await RefuseStrangerAsync(actor, customer, cancellationToken)
            ?? await desk.RunAsync(actor, seen, ActOf(actor, customer), cancellationToken);
    }

    private async Task<HoldOutcome?> RefuseStrangerAsync(Actor actor, Guid customer, CancellationToken cancellationToken) =>
        (await customers.NamesAsync(actor, [customer], cancellationToken)).Count == 1
            ? null
            : new HoldOutcome.Refused(HoldRefusal.NoSuchCustomer, "There is no such customer.");

    private async Task<List<Guid>> UnassignedOfAsync(string customerRef, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select event_id from holds where state = 'open' and customer_ref = $1 and organization_id is null
            order by occurred_at, event_id
            """);
        command.Parameters.AddAll(customerRef);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));

        return ids;
    }

    private HoldAct ActOf(Actor actor, Guid customer) => new("hold.assigned", "", async (job, newest, cancellationToken) =>
    {
        if (job.IsOwnedByReport)
            return new HoldActPlan.Refuse(HoldRefusal.OwnedByReport, "One of the jobs was reported for a customer of ours. Its customer cannot be changed.");

        var now = clock.GetUtcNow();
        var after = job with { OrganizationId = customer, AssignedAt = now, TriedVersion = newest, Proposal = null };

        return new HoldActPlan.Change(await prices.DecideAsync(job, newest, now, cancellationToken) switch
        {
            HoldDecision.Charges(var card, var price) => HoldChange.Charge(job, after, card, price, now, actor.Subject),
            // By the version that was in force it is no surprise, however old the job is: only its customer was missing.
            HoldDecision.Proposes(var card, var price) when card.Version == job.RateCardVersion =>
                HoldChange.Charge(job, after, card, price, now, actor.Subject),
            HoldDecision.Proposes(var card, var price) => new HoldChange(job, after with { Proposal = new HoldProposal(card.Version, price.Total) }),
            HoldDecision.Waits => new HoldChange(job, after),
            var decision => throw new InvalidOperationException($"No rule for {decision}."),
        });
    });
}
