using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>What archiving and restoring share. Doing what is already done changes nothing and is no failure.</summary>
internal static class PlanArchive
{
    private const string Archive = "update plans set archived_at = $2 where code = $1 and archived_at is null";
    private const string Restore = "update plans set archived_at = null where code = $1 and archived_at is not null";

    /// <summary>Archives a plan, or takes it back from the archive.</summary>
    public static async Task<PlanOutcome> SetAsync(
        OpsCenterDbContext db, Actor actor, string code, bool isArchived, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await PlanRows.FindNewestAsync(connection, code, cancellationToken) is not { } newest)
            return new PlanOutcome.Refused("This plan does not exist.");

        await using var command = new NpgsqlCommand(isArchived ? Archive : Restore, connection);
        command.Parameters.AddAll(code);

        if (isArchived)
            command.Parameters.AddAll(now.UtcDateTime);

        if (await command.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            AuditTrail.Append(db, actor, now, new AuditRecord(isArchived ? "plan.archived" : "plan.restored", "plan", code));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new PlanOutcome.Done(newest);
    }
}
