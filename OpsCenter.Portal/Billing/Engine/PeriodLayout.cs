using Npgsql;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>Lays out billing periods with their allowances, and changes those that are still open. The caller has locked the subscription.</summary>
internal static class PeriodLayout
{
    private const int AllowancePriority = 50;

    private const string SelectOpen =
        """
        select id, plan_version_id, number, starts_at, ends_at, llm_fee, agent_fee, tools_fee, covered, credited, invoiced, jobs
        from billing_periods where subscription_id = $1 and closed_at is null order by number for update
        """;

    private const string Insert =
        """
        insert into billing_periods (id, organization_id, subscription_id, plan_version_id, number, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string InsertAllowance =
        """
        insert into credit_grants (id, organization_id, billing_period_id, kind, amount, currency, priority, valid_from, expires_at, granted_at, granted_by, reason)
        values ($1, $2, $3, 'allowance', $4, $5, $6, $7, $8, $9, 'billing', $10)
        """;

    // What is consumed stays covered, whatever the new plan includes.
    private const string ChangePlan =
        """
        with moved as (update billing_periods set plan_version_id = $2 where id = $1)
        update credit_grants set amount = greatest($3, consumed), reason = $4 where billing_period_id = $1 and kind = 'allowance'
        """;

    private const string Truncate =
        """
        with grants as (update credit_grants set expires_at = $2 where billing_period_id = $1)
        update billing_periods set ends_at = $2 where id = $1
        """;

    /// <summary>The open periods of a subscription in their order, locked.</summary>
    public static async Task<List<OpenPeriod>> LockOpenAsync(
        NpgsqlConnection connection, Guid subscriptionId, Currency currency, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectOpen, connection);
        command.Parameters.AddAll(subscriptionId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var periods = new List<OpenPeriod>(2);

        while (await reader.ReadAsync(cancellationToken))
        {
            var figures = new PeriodFigures(
                reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4), Amount(5), Amount(6), Amount(7), Amount(8), Amount(9), Amount(10));
            periods.Add(new OpenPeriod(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), figures, reader.GetInt64(11)));
        }

        return periods;

        Money Amount(int column) => new(reader.GetDecimal(column), currency);
    }

    /// <summary>Where the last period of a customer's earlier subscriptions ended; null when it had none.</summary>
    public static async Task<DateTimeOffset?> LastEndAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select max(ends_at) from billing_periods where organization_id = $1", connection);
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is DateTime end ? new DateTimeOffset(end, TimeSpan.Zero) : null;
    }

    /// <summary>Adds a period of a running subscription with the allowance of its plan.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection, Subscription subscription, PlanVersion plan, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var anchor = subscription.AnchorAt ?? throw new InvalidOperationException("A subscription that has not started has no periods.");
        var id = Guid.CreateVersion7(now);
        var (from, to) = (PeriodCalendar.StartOf(anchor, number), subscription.TrialEndsAt ?? PeriodCalendar.StartOf(anchor, number + 1));
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Insert), new NpgsqlBatchCommand(InsertAllowance) } };
        batch.BatchCommands[0].Parameters.AddAll(
            id, subscription.OrganizationId, subscription.Id, plan.Id, number, from.UtcDateTime, to.UtcDateTime);
        batch.BatchCommands[1].Parameters.AddAll(
            Guid.CreateVersion7(now), subscription.OrganizationId, id, plan.Included.Amount, plan.Currency.Code, AllowancePriority, from.UtcDateTime,
            to.UtcDateTime, now.UtcDateTime, ReasonOf(plan));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Puts an open period on another plan, with so much included usage, but no less than is consumed.</summary>
    public static async Task MoveAsync(
        NpgsqlConnection connection, Guid periodId, PlanVersion plan, Money included, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ChangePlan, connection);
        command.Parameters.AddAll(periodId, plan.Id, included.Amount, ReasonOf(plan));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends an open period earlier than it was laid out.</summary>
    public static async Task TruncateAsync(NpgsqlConnection connection, Guid periodId, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Truncate, connection);
        command.Parameters.AddAll(periodId, end.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes back a period in which nothing happened.</summary>
    public static async Task RemoveAsync(NpgsqlConnection connection, Guid periodId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("delete from billing_periods where id = $1", connection);
        command.Parameters.AddAll(periodId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string ReasonOf(PlanVersion plan) => $"Included in the {plan.Name} plan";
}
