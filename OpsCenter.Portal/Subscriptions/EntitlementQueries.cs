using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Billing;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Says what a customer may do. Asked of the database each time, so that a change holds at once, in every instance.</summary>
public sealed class EntitlementQueries(NpgsqlDataSource database, IOptions<BillingOptions> options, TimeProvider clock)
{
    /// <summary>For people: of one's own organisation, or of any customer for operators. Null when there is no such customer.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public Task<CustomerEntitlements?> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);

        return FindAsync(organizationId, cancellationToken);
    }

    /// <summary>For machines that run jobs. Null when there is no such customer.</summary>
    /// <exception cref="AccessDeniedException">The actor may not read the rate card.</exception>
    public Task<CustomerEntitlements?> ForMachineAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ReadRateCard);

        return FindAsync(organizationId, cancellationToken);
    }

    private async Task<CustomerEntitlements?> FindAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await EntitlementTable.FindAsync(database, organizationId, options.Value.OverageCapFactor, now, cancellationToken);

        return found is not { } known
            ? null
            : new CustomerEntitlements(organizationId, known.Status, EntitlementRule.At(known.Facts, now), known.Facts, known.From, known.To);
    }
}
