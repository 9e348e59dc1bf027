using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Reads the billing periods of a customer.</summary>
public sealed class PeriodQueries(NpgsqlDataSource database, PlanVersions plans, TimeProvider clock)
{
    /// <summary>Most periods of a list.</summary>
    public const int MaxPeriods = 60;

    /// <summary>The period that is running; null without a running subscription.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<PeriodView?> CurrentAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        const string condition = "where p.organization_id = $1 and p.closed_at is null and p.starts_at <= $2 and p.ends_at > $2";

        return (await PeriodRows.ReadAsync(connection, plans, condition, cancellationToken, organizationId, clock.GetUtcNow().UtcDateTime)).SingleOrDefault();
    }

    /// <summary>Periods that have begun, newest first.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<IReadOnlyList<PeriodView>> ListAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        const string condition = "where p.organization_id = $1 and p.starts_at <= $2 order by p.starts_at desc limit $3";

        return await PeriodRows.ReadAsync(connection, plans, condition, cancellationToken, organizationId, clock.GetUtcNow().UtcDateTime, MaxPeriods);
    }

    /// <summary>One period of the customer; null when it has none of that id.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<PeriodView?> FindAsync(Actor actor, Guid organizationId, Guid id, CancellationToken cancellationToken)
    {
        Demand(actor, organizationId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return (await PeriodRows.ReadAsync(connection, plans, "where p.organization_id = $1 and p.id = $2", cancellationToken, organizationId, id)).SingleOrDefault();
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
}
