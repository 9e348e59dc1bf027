using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Movements;

/// <summary>Writes movements of recurring revenue, in the transaction of what moves it.</summary>
internal static class MovementRows
{
    private const string Insert =
        """
        insert into subscription_movements (id, subscription_id, organization_id, kind, moved_at, currency, monthly_before, monthly_after, plan_version_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>Adds one, unless nothing moves.</summary>
    public static async Task AddAsync(
        NpgsqlConnection connection, Subscription subscription, Money before, Money after, DateTimeOffset movedAt, CancellationToken cancellationToken)
    {
        if (MovementRule.Of(before, after) is not { } kind)
            return;

        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddAll(
            Guid.CreateVersion7(movedAt), subscription.Id, subscription.OrganizationId, EnumText<MovementKind>.Of(kind), movedAt.UtcDateTime,
            after.Currency.Code, before.Amount, after.Amount, subscription.PlanVersionId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
