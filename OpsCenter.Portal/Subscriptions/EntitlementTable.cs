using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>
/// Reads everything that decides what a customer may do in one statement, each part by an index: a machine asks before every job, and an
/// answer that was put together at several moments could be none that ever held.
/// </summary>
internal static class EntitlementTable
{
    private const int PlanColumn = 16;
    private const int OtherColumn = PlanColumn + 20;

    private const string Select =
        $"""
        select s.*, v.*, o.status, p.starts_at, p.ends_at, p.input_tokens, p.output_tokens, p.agent_tokens, p.searches,
            p.llm_fee + p.agent_fee + p.tools_fee - p.covered, p.used, a.overage_cap, b.amount, b.stops,
            (select coalesce(sum(g.amount - g.consumed), 0) from credit_grants g
                where g.organization_id = o.id and g.valid_from <= $2 and g.expires_at > $2 and g.currency = v.currency),
            exists (select 1 from invoices i where i.organization_id = o.id and i.state = 'paid' and 0 < (
                select sum(l.amount) from invoice_lines l where l.invoice_id = i.id and l.kind in ('llm', 'agent', 'tools', 'usage', 'included')))
        from organizations o
        left join lateral (select {SubscriptionRows.Columns} from subscriptions
            where organization_id = o.id order by ended_at is null desc, started_at nulls last, created_at desc limit 1) s on true
        left join lateral (select {PlanVersionRows.Columns} from plan_versions v where v.id = s.plan_version_id) v on true
        left join billing_periods p on p.organization_id = o.id and p.subscription_id = s.id and p.starts_at <= $2 and p.ends_at > $2
        left join billing_accounts a on a.organization_id = o.id
        left join budgets b on b.organization_id = o.id and b.currency = v.currency
        where o.id = $1
        """;

    /// <summary>What decides at a moment; null when there is no such customer.</summary>
    public static async Task<(OrganizationStatus Status, EntitlementFacts Facts, DateTimeOffset? From, DateTimeOffset? To)?> FindAsync(
        NpgsqlDataSource database, Guid organizationId, decimal overageCapFactor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(organizationId, now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var status = EnumText<OrganizationStatus>.Parse(reader.GetString(OtherColumn));

        return (status, Read(reader, status, overageCapFactor), MomentAt(reader, OtherColumn + 1), MomentAt(reader, OtherColumn + 2));
    }

    private static EntitlementFacts Read(NpgsqlDataReader reader, OrganizationStatus status, decimal overageCapFactor)
    {
        var subscription = reader.IsDBNull(0) ? null : SubscriptionRows.Read(reader);
        var plan = subscription is null ? null : PlanVersionRows.Read(reader, PlanColumn);
        var currency = plan?.Currency ?? Currency.Usd; // without a plan every amount is zero
        var hasPeriod = !reader.IsDBNull(OtherColumn + 1);

        return new EntitlementFacts
        {
            IsCustomerSuspended = status is OrganizationStatus.Suspended,
            Subscription = subscription,
            Plan = plan,
            Use = hasPeriod
                ? new MeterUse(reader.GetInt64(OtherColumn + 3), reader.GetInt64(OtherColumn + 4), reader.GetInt64(OtherColumn + 5), reader.GetDecimal(OtherColumn + 6))
                : MeterUse.None,
            Overage = AmountAt(7),
            IncludedLeft = AmountAt(12),
            HasPaidOverage = reader.GetBoolean(OtherColumn + 13),
            SetOverageCap = reader.IsDBNull(OtherColumn + 9) ? null : AmountAt(9),
            OverageCapFactor = overageCapFactor,
            Budget = reader.IsDBNull(OtherColumn + 10) ? null : new SpendingLimit(AmountAt(10), AmountAt(8), reader.GetBoolean(OtherColumn + 11)),
        };

        Money AmountAt(int column) => new(reader.IsDBNull(OtherColumn + column) ? 0m : reader.GetDecimal(OtherColumn + column), currency);
    }

    private static DateTimeOffset? MomentAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
