using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Moves the subscribers of older versions of a plan to its newest one, each when what they have paid for ends.</summary>
public sealed class MoveSubscribers(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    // In the order of ids, as whoever locks several of them does.
    private const string Older =
        """
        select s.id from subscriptions s join plan_versions v on v.id = s.plan_version_id
        where v.plan_code = $1 and s.plan_version_id <> $2 and s.ended_at is null and s.started_at is not null and s.trial_ends_at is null
        order by s.id for update of s
        """;

    private const string Move =
        """
        update subscriptions set next_plan_version_id = $2, next_interval = billing_interval
        where id = any($1) and cancel_at is null and next_plan_version_id is null and billing_interval = any($3)
        """;

    /// <summary>Plans the change of each, with one audit row for all.</summary>
    /// <returns>Null when there is no such plan.</returns>
    /// <exception cref="AccessDeniedException">The actor may not manage plans.</exception>
    public async Task<MovedSubscribers?> HandleAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManagePlans);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await PlanRows.FindNewestAsync(connection, code, cancellationToken) is not { } newest)
            return null;

        var older = await OlderAsync(connection, newest, cancellationToken);
        string[] sold = [.. Enum.GetValues<BillingInterval>().Where(i => newest.PriceOf(i) is not null).Select(EnumText<BillingInterval>.Of)];
        await using var move = new NpgsqlCommand(Move, connection);
        move.Parameters.AddAll(older, newest.Id, sold);
        var moved = await move.ExecuteNonQueryAsync(cancellationToken);
        var result = new MovedSubscribers(moved, older.Length - moved);

        if (moved > 0)
        {
            AuditTrail.Append(db, actor, clock.GetUtcNow(), new AuditRecord(
                "plan.subscribers_moved", "plan", code, After: new { newest.Version, result.Moved, result.LeftAlone }));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    private static async Task<Guid[]> OlderAsync(NpgsqlConnection connection, PlanVersion newest, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Older, connection);
        command.Parameters.AddAll(newest.Code, newest.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));

        return [.. ids];
    }
}
