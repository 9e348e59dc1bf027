using Npgsql;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Subscriptions that wait for their first payment, within the caller's transaction. The caller lets one at a time in for a customer.</summary>
internal static class PendingSubscriptions
{
    /// <summary>Whether any subscription of the customer ever started.</summary>
    public static async Task<bool> HadPlanAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select exists (select from subscriptions where organization_id = $1 and started_at is not null)", connection);
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>The one that waits, put on this plan; a new one when none waits.</summary>
    /// <returns>Its identity.</returns>
    public static async Task<Guid> EnsureAsync(
        NpgsqlConnection connection, Guid organizationId, Guid planVersionId, BillingInterval interval, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, organizationId, cancellationToken) is { } waiting)
        {
            await ChooseAsync(connection, waiting, planVersionId, interval, cancellationToken);

            return waiting.Id;
        }

        var chosen = new Subscription
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            PlanVersionId = planVersionId,
            Interval = interval,
            CreatedAt = now,
        };
        await SubscriptionRows.InsertAsync(connection, chosen, cancellationToken);

        return chosen.Id;
    }

    /// <summary>Puts one that waits on the plan that was paid for; does nothing to one that has started or ended.</summary>
    public static async Task ChooseAsync(
        NpgsqlConnection connection, Guid id, Guid planVersionId, BillingInterval interval, CancellationToken cancellationToken)
    {
        if (await SubscriptionRows.LockAsync(connection, id, cancellationToken) is { StartedAt: null, EndedAt: null } waiting)
            await ChooseAsync(connection, waiting, planVersionId, interval, cancellationToken);
    }

    private static Task ChooseAsync(
        NpgsqlConnection connection, Subscription waiting, Guid planVersionId, BillingInterval interval, CancellationToken cancellationToken) =>
        waiting.PlanVersionId == planVersionId && waiting.Interval == interval
            ? Task.CompletedTask
            : SubscriptionRows.SaveAsync(connection, waiting with { PlanVersionId = planVersionId, Interval = interval }, cancellationToken);

    private static async Task<Subscription?> FindAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select id from subscriptions where organization_id = $1 and started_at is null and ended_at is null", connection);
        command.Parameters.AddAll(organizationId);

        return await command.ExecuteScalarAsync(cancellationToken) is Guid id ? await SubscriptionRows.LockAsync(connection, id, cancellationToken) : null;
    }
}
