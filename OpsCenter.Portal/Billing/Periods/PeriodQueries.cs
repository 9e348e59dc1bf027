using System.Runtime.CompilerServices;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
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

    /// <summary>The running periods of all customers, some at a time.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see all billing; thrown with the first of them.</exception>
    public async IAsyncEnumerable<IReadOnlyList<(Guid OrganizationId, PeriodView Period)>> RunningAsync(
        Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var now = clock.GetUtcNow().UtcDateTime;

        for (var last = Guid.Empty; ;)
        {
            var owners = await OwnersAsync(now, last, cancellationToken);

            if (owners.Count == 0)
                yield break;

            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var page = await PeriodRows.ReadAsync(connection, plans, "where p.id = any($1)", cancellationToken, owners.Keys.ToArray());
            yield return [.. page.Select(period => (owners[period.Id], period))];
            last = owners.Keys.Max();
        }
    }

    private async Task<Dictionary<Guid, Guid>> OwnersAsync(DateTime now, Guid after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select id, organization_id from billing_periods where closed_at is null and starts_at <= $1 and ends_at > $1 and id > $2 order by id limit 500");
        command.Parameters.AddAll(now, after);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var owners = new Dictionary<Guid, Guid>();

        while (await reader.ReadAsync(cancellationToken))
            owners.Add(reader.GetGuid(0), reader.GetGuid(1));

        return owners;
    }

    private static void Demand(Actor actor, Guid organizationId) =>
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
}
