using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>Charges held jobs the price that was proposed for them: jobs that are old, or dearer than was estimated.</summary>
public sealed class ApproveHoldPrices(HoldDesk desk, RateCardCache cards, TimeProvider clock)
{
    /// <summary>What approving would charge.</summary>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> PreviewAsync(Actor actor, IReadOnlyList<Guid> jobs, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return await desk.PreviewAsync([.. jobs], ActOf(actor), cancellationToken);
    }

    /// <summary>Charges all of them what was seen, or none when one proposal is another one by now.</summary>
    /// <param name="actor">Who approves.</param>
    /// <param name="seen">The holds with their proposals as the preview had them, at most <see cref="HoldDesk.MaxHolds"/>.</param>
    /// <param name="cancellationToken">Nothing is done when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<HoldOutcome> HandleAsync(Actor actor, IReadOnlyList<SeenHold> seen, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);

        return await desk.RunAsync(actor, seen, ActOf(actor), cancellationToken);
    }

    private HoldAct ActOf(Actor actor) => new("hold.approved", "", async (job, _, cancellationToken) =>
    {
        if (job is not { Proposal: { } proposal, OrganizationId: not null })
            return new HoldActPlan.Refuse(HoldRefusal.NothingProposed, "One of the jobs has no price that waits for approval.");

        var card = await cards.GetAsync(proposal.Version, cancellationToken);

        // Worked out again: what is posted is what the pricing function says, and it must still be what was proposed.
        return JobPricer.Price(card, job.Usage) is PricingResult.Priced { Price: var price } && price.Total == proposal.Total
            ? new HoldActPlan.Change(HoldChange.Charge(job, job, card, price, clock.GetUtcNow(), actor.Subject))
            : throw new InvalidOperationException($"Version {proposal.Version} does not price job {job.EventId} as was proposed.");
    });
}
