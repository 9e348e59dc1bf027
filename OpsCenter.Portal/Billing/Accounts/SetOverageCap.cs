using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Billing.Accounts;

/// <summary>Sets how much a customer may owe beyond its included usage in a billing period, or gives that back to the rule.</summary>
public sealed class SetOverageCap(IDbContextFactory<OpsCenterDbContext> contexts, CustomerQueries customers, TimeProvider clock)
{
    /// <summary>Highest cap, in whole units of the currency.</summary>
    public const decimal MaxCap = 1_000_000m;

    private const int Decimals = 2;

    private const string Update = "update billing_accounts set overage_cap = $2, changed_at = $3 where organization_id = $1";

    /// <summary>Sets it, with an audit row. It holds at once, and until it is changed again.</summary>
    /// <param name="actor">Somebody who manages subscriptions.</param>
    /// <param name="organizationId">Whose.</param>
    /// <param name="cap">In whole units of the installation's currency; null: the rule decides.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not manage subscriptions.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, decimal? cap, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageSubscriptions);

        if (cap is { } wanted && (wanted is < 0 or > MaxCap || Rounding.To(wanted, Decimals) != wanted))
            return $"Enter 0 to {DecimalText.Format(MaxCap)} with at most {Decimals} decimals.";

        if ((await customers.NamesAsync(actor, [organizationId], cancellationToken)).Count == 0)
            return "This customer does not exist.";

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var before = await BillingAccountRows.LockAsync(connection, organizationId, now, cancellationToken);
        await using var command = new NpgsqlCommand(Update, connection);
        command.Parameters.AddAll(organizationId, cap, now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "billing.overage_cap_set", "organization", organizationId.ToString(), new { before.OverageCap }, new { OverageCap = cap }, OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }
}
