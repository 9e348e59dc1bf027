using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Reads billing periods.</summary>
internal static class PeriodRows
{
    private const string Select =
        """
        select p.id, p.subscription_id, p.plan_version_id, p.number, p.starts_at, p.ends_at, p.llm_fee, p.agent_fee, p.tools_fee, p.covered,
            p.credited, p.invoiced, p.used, p.used_covered, coalesce(g.amount, 0), p.jobs, p.input_tokens, p.output_tokens, p.agent_tokens,
            p.searches, p.closed_at
        from billing_periods p
        left join credit_grants g on g.billing_period_id = p.id and g.kind = 'allowance'
        """;

    /// <summary>Periods that match a condition on <c>p</c>.</summary>
    public static async Task<List<PeriodView>> ReadAsync(
        NpgsqlConnection connection, PlanVersions plans, string condition, CancellationToken cancellationToken, params object?[] values)
    {
        var rows = new List<(Guid Plan, Func<Currency, PeriodView> View)>();

        await using (var command = new NpgsqlCommand($"{Select} {condition}", connection))
        {
            command.Parameters.AddAll(values);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);

            while (await reader.ReadAsync(cancellationToken))
                rows.Add((reader.GetGuid(2), Read(reader)));
        }

        var periods = new List<PeriodView>(rows.Count);

        foreach (var (plan, view) in rows)
            periods.Add(view((await plans.GetAsync(plan, cancellationToken)).Currency));

        return periods;
    }

    private static Func<Currency, PeriodView> Read(NpgsqlDataReader reader)
    {
        var (id, subscription, plan, number) = (reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3));
        var (starts, ends) = (reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset>(5));
        decimal[] amounts = [.. Enumerable.Range(6, 9).Select(reader.GetDecimal)];
        long[] counts = [.. Enumerable.Range(15, 4).Select(reader.GetInt64)];
        var searches = reader.GetDecimal(19);
        DateTimeOffset? closed = reader.IsDBNull(20) ? null : reader.GetFieldValue<DateTimeOffset>(20);

        return currency => new PeriodView
        {
            Id = id,
            SubscriptionId = subscription,
            PlanVersionId = plan,
            Number = number,
            StartsAt = starts,
            EndsAt = ends,
            LlmFee = new Money(amounts[0], currency),
            AgentFee = new Money(amounts[1], currency),
            ToolsFee = new Money(amounts[2], currency),
            Covered = new Money(amounts[3], currency),
            Credited = new Money(amounts[4], currency),
            Invoiced = new Money(amounts[5], currency),
            Used = new Money(amounts[6], currency),
            UsedCovered = new Money(amounts[7], currency),
            Included = new Money(amounts[8], currency),
            Jobs = counts[0],
            InputTokens = counts[1],
            OutputTokens = counts[2],
            AgentTokens = counts[3],
            Searches = searches,
            ClosedAt = closed,
        };
    }
}
