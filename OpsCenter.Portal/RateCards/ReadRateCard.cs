using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.ProviderKeys;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.RateCards;

/// <summary>What a machine reads: a version of the rate card and, when it asks, one customer.</summary>
public sealed class ReadRateCard(
    EntitlementQueries entitlements, UsableProviderKeys keys, RateCardCache cards, CurrentVersion current, PublishedVersions published)
{
    /// <summary>The version asked for, else the one in force now; null when none of that number is or was in force.</summary>
    public async Task<RateCard?> CardAsync(Actor actor, int? version, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        if (version is not { } asked)
            return await cards.GetAsync(await current.NumberAsync(cancellationToken), cancellationToken);

        return await published.ContainAsync(asked, cancellationToken) ? await cards.GetAsync(asked, cancellationToken) : null;
    }

    /// <summary>The customer with what it may do, or null when the reference is none of ours.</summary>
    /// <param name="actor">The machine.</param>
    /// <param name="reference">The customer, as the machine names it.</param>
    /// <param name="withKeys">Whether the customer's provider keys are asked for.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="AccessDeniedException">The machine may not read the rate card, or not the keys.</exception>
    public async Task<MachineCustomer?> CustomerAsync(Actor actor, string reference, bool withKeys, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        return Guid.TryParse(reference, out var id) && await entitlements.ForMachineAsync(actor, id, cancellationToken) is { } customer
            ? new MachineCustomer(customer, await keys.OfAsync(actor, customer, withKeys, cancellationToken))
            : null;
    }
}
