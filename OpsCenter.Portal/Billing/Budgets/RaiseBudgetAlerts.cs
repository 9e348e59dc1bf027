using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>Notices that a half, four fifths or all of a budget is used up: each once in a billing period, however many instances look.</summary>
public sealed class RaiseBudgetAlerts(NpgsqlDataSource database, OutboxBell bell, LiveMarks marks, TimeProvider clock)
{
    // The primary key decides who was first. A part is reached when as much of it is used: Limit.IsReached, said in SQL.
    private const string Raise =
        """
        insert into budget_alerts (organization_id, billing_period_id, percent, budget, spent, raised_at)
        select b.organization_id, p.id, t.percent, b.amount, p.used, $1
        from budgets b
        join billing_periods p on p.organization_id = b.organization_id and p.closed_at is null and p.starts_at <= $1 and p.ends_at > $1
        cross join (values (50), (80), (100)) as t(percent)
        where p.used * 100 >= b.amount * t.percent and exists (
            select from credit_grants g where g.billing_period_id = p.id and g.currency = b.currency)
        on conflict do nothing
        returning organization_id, billing_period_id, percent
        """;

    /// <summary>Raises what is due; one letter a customer, about the highest part that was reached.</summary>
    /// <returns>How many alerts were raised.</returns>
    /// <exception cref="AccessDeniedException">The actor may not run the billing engine.</exception>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var raised = await RaiseAsync(connection, now, cancellationToken);

        foreach (var group in raised.GroupBy(alert => (alert.Organization, alert.Period)))
        {
            var percent = group.Max(alert => alert.Percent);
            await OutboxTable.EnqueueAsync(
                connection,
                SendBudgetMail.MessageKind,
                $"mail-budget-{group.Key.Period}-{percent}",
                new { organization_id = group.Key.Organization, billing_period_id = group.Key.Period, percent },
                now,
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);

        if (raised.Count > 0)
        {
            bell.Ring();
            marks.Mark(LiveTopic.Usage);
        }

        return raised.Count;
    }

    private static async Task<List<(Guid Organization, Guid Period, int Percent)>> RaiseAsync(
        NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Raise, connection);
        command.Parameters.AddAll(now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var raised = new List<(Guid, Guid, int)>();

        while (await reader.ReadAsync(cancellationToken))
            raised.Add((reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2)));

        return raised;
    }
}
