using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Cards;

/// <summary>Makes a saved card the one that renewals are charged to.</summary>
public sealed class SetDefaultCard(
    NpgsqlDataSource database,
    IDbContextFactory<OpsCenterDbContext> contexts,
    IPaymentGateway gateway,
    GatewayCustomers customers,
    FollowCards cards,
    TimeProvider clock)
{
    /// <summary>Does it at the payment provider and follows.</summary>
    /// <param name="actor">Who may manage the customer's billing.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="card">Its card.</param>
    /// <param name="cancellationToken">The outcome is unknown when it comes while the provider works.</param>
    /// <returns>Null when done, else a sentence.</returns>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, string card, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageBilling);

        if (!await CardAccess.IsOwnAsync(database, organizationId, card, cancellationToken)
            || await customers.FindAsync(organizationId, cancellationToken) is not { } customer)
        {
            return "This card is not saved any more.";
        }

        try
        {
            await gateway.SetDefaultCardAsync(customer, card, cancellationToken);
        }
        catch (GatewayUnavailableException)
        {
            return "The payment provider does not answer right now. Try again in a moment.";
        }

        await cards.FollowAsync(organizationId, customer, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        AuditTrail.Append(db, actor, clock.GetUtcNow(), new AuditRecord("payment_method.made_default", "payment_method", card, OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);

        return null;
    }
}
