using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Reads plans.</summary>
public sealed class PlanQueries(NpgsqlDataSource database, PlanVersions versions, CustomerQueries customers, TimeProvider clock)
{
    /// <summary>Most plans of a list.</summary>
    public const int MaxPlans = 200;

    private const string NewestVersions =
        $"""
        select p.organization_id, p.archived_at, v.* from plans p
        cross join lateral (select {PlanVersionRows.Columns} from plan_versions v where v.plan_code = p.code order by v.version desc limit 1) v
        """;

    private const string All = $"{NewestVersions} order by p.archived_at is not null, p.position limit $1";

    private const string Offered =
        $"{NewestVersions} where p.archived_at is null and (p.organization_id is null or p.organization_id = $1) order by p.position limit $2";

    private const string Subscribers =
        """
        select plan_version_id, billing_interval, count(*)::int from subscriptions
        where ended_at is null and started_at is not null and (cancel_at is null or cancel_at > $1) and (trial_ends_at is null or trial_ends_at > $1)
        group by plan_version_id, billing_interval
        """;

    private const string OfferedCode = "select 1 from plans where code = $1 and archived_at is null and (organization_id is null or organization_id = $2)";

    /// <summary>All plans, archived ones last.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see billing.</exception>
    public async Task<IReadOnlyList<PlanRow>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var plans = await ReadAsync(connection, All, cancellationToken, MaxPlans);
        var subscribers = await SubscribersAsync(connection, cancellationToken);
        var names = await customers.NamesAsync(actor, plans.Select(p => p.Customer).OfType<Guid>(), cancellationToken);

        return [.. plans.Select(plan => RowOf(plan, subscribers[plan.Newest.Code], plan.Customer is { } id ? names.GetValueOrDefault(id) : null))];
    }

    /// <summary>What a customer can choose from: the newest versions of the plans that are offered to it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<IReadOnlyList<PlanVersion>> OfferedAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return [.. (await ReadAsync(connection, Offered, cancellationToken, organizationId, MaxPlans)).Select(plan => plan.Newest)];
    }

    /// <summary>A version that a customer may choose: the newest one of a plan that is offered to it. Null for any other.</summary>
    internal async Task<PlanVersion?> FindOfferedAsync(
        NpgsqlConnection connection, Guid organizationId, Guid versionId, CancellationToken cancellationToken)
    {
        if (await versions.FindAsync(versionId, cancellationToken) is not { } version)
            return null;

        await using var command = new NpgsqlCommand(OfferedCode, connection);
        command.Parameters.AddAll(version.Code, organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is not null
            && (await PlanRows.FindNewestAsync(connection, version.Code, cancellationToken))?.Id == versionId ? version : null;
    }

    private static async Task<List<(Guid? Customer, DateTimeOffset? ArchivedAt, PlanVersion Newest)>> ReadAsync(
        NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var plans = new List<(Guid?, DateTimeOffset?, PlanVersion)>();

        while (await reader.ReadAsync(cancellationToken))
        {
            plans.Add((
                reader.IsDBNull(0) ? null : reader.GetGuid(0),
                reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
                PlanVersionRows.Read(reader, firstColumn: 2)));
        }

        return plans;
    }

    private async Task<ILookup<string, (PlanVersion Version, BillingInterval Interval, int Count)>> SubscribersAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var counts = new List<(Guid Version, BillingInterval Interval, int Count)>();

        await using (var command = new NpgsqlCommand(Subscribers, connection))
        {
            command.Parameters.AddAll(clock.GetUtcNow().UtcDateTime);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                counts.Add((reader.GetGuid(0), EnumText<BillingInterval>.Parse(reader.GetString(1)), reader.GetInt32(2)));
        }

        var known = new List<(PlanVersion Version, BillingInterval Interval, int Count)>(counts.Count);

        foreach (var (version, interval, count) in counts)
            known.Add((await versions.GetAsync(version, cancellationToken), interval, count));

        return known.ToLookup(c => c.Version.Code);
    }

    private static PlanRow RowOf(
        (Guid? Customer, DateTimeOffset? ArchivedAt, PlanVersion Newest) plan,
        IEnumerable<(PlanVersion Version, BillingInterval Interval, int Count)> subscribers,
        string? customerName)
    {
        var (count, older, monthly) = (0, 0, Money.Zero(plan.Newest.Currency));

        foreach (var group in subscribers)
        {
            count += group.Count;
            older += group.Version.Id == plan.Newest.Id ? 0 : group.Count;
            var worth = group.Version.MonthlyWorthOf(group.Interval);
            monthly += worth with { Amount = worth.Amount * group.Count };
        }

        return new PlanRow(plan.Newest, plan.Customer, customerName, plan.ArchivedAt, count, older, monthly);
    }
}
