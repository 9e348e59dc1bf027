using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>Gives a dead message another life.</summary>
public sealed class RetryMessage(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Makes it due at once, with an audit row.</summary>
    /// <param name="actor">Somebody who may manage billing.</param>
    /// <param name="box">Where it lies.</param>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Null when done, else a sentence.</returns>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<string?> HandleAsync(Actor actor, MessageBox box, string id, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (!await TableOf(box).ReviveAsync(connection, id, now, cancellationToken))
            return "Somebody has tried it again already.";

        AuditTrail.Append(db, actor, now, new AuditRecord("message.retried", EnumText<MessageBox>.Of(box), id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return null;
    }

    private static MessageQueue TableOf(MessageBox box) => box switch
    {
        MessageBox.Outbox => MessageQueue.Outbox,
        MessageBox.Inbox => MessageQueue.Inbox,
    };
}
