using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing.Payments;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing.Payments;

/// <summary>Notes that a payment is disputed, and how that was decided. A lost one opens the invoice again.</summary>
public sealed class FollowDispute(IDbContextFactory<OpsCenterDbContext> contexts, IPaymentGateway gateway, LiveMarks marks, TimeProvider clock) : IInboxHandler
{
    private static readonly Actor.System Payments = new("payments");

    // A decision that came before the news of the opening is not undone by it.
    private const string Upsert =
        """
        insert into disputes (gateway_dispute, payment_id, amount, reason, state, opened_at, closed_at)
        select $1, p.id, least($3, p.amount), $4, $5, $6, case when $5 = 'open' then null else $6 end from payments p where p.gateway_payment = $2
        on conflict (gateway_dispute) do update set state = excluded.state, closed_at = excluded.closed_at
            where disputes.state = 'open' and excluded.state <> 'open'
        returning payment_id
        """;

    private const string Reopen = "update invoices set state = 'open', settled_at = null where id = $1 and state = 'paid'";

    /// <inheritdoc />
    public GatewayEventKind Kind => GatewayEventKind.DisputeChanged;

    /// <inheritdoc />
    public async Task HandleAsync(GatewayEvent news, CancellationToken cancellationToken)
    {
        if (await gateway.FindDisputeAsync(news.ObjectId, cancellationToken) is not { } dispute)
            return;

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (await NoteAsync(connection, dispute, now, cancellationToken) is not { } paymentId)
            return;

        if (dispute.State is GatewayDisputeState.Lost && await TakenBack.ApplyAsync(connection, paymentId, now, cancellationToken) is { } invoiceId)
        {
            await using var reopen = new NpgsqlCommand(Reopen, connection);
            reopen.Parameters.AddAll(invoiceId);
            await reopen.ExecuteNonQueryAsync(cancellationToken);
        }

        AuditTrail.Append(db, Payments, now, new AuditRecord(
            $"payment.dispute_{EnumText<GatewayDisputeState>.Of(dispute.State)}", "payment", paymentId.ToString(), Reason: dispute.Reason));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Billing);
    }

    private static async Task<Guid?> NoteAsync(NpgsqlConnection connection, GatewayDispute dispute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(Upsert, connection))
        {
            command.Parameters.AddAll(
                dispute.Id, dispute.Payment, dispute.Amount.Amount, dispute.Reason, EnumText<GatewayDisputeState>.Of(dispute.State), now.UtcDateTime);

            if (await command.ExecuteScalarAsync(cancellationToken) is Guid noted)
                return noted;
        }

        // Nothing was changed: it is noted already, or the payment itself is not known yet and the news has to come again.
        await using var known = new NpgsqlCommand("select exists (select from disputes where gateway_dispute = $1)", connection);
        known.Parameters.AddAll(dispute.Id);

        return await known.ExecuteScalarAsync(cancellationToken) is true
            ? null
            : throw new InvalidOperationException($"The payment {dispute.Payment} of dispute {dispute.Id} is not known yet.");
    }
}
