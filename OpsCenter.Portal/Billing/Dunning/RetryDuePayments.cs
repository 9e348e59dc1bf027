using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Billing.Dunning;

/// <summary>Asks again for the payments whose next try is due. Several instances may do so at once.</summary>
public sealed class RetryDuePayments(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Take =
        """
        update dunnings set next_retry_at = null where invoice_id in (
            select invoice_id from dunnings where next_retry_at <= $1 order by next_retry_at limit 100 for update skip locked)
        returning invoice_id
        """;

    /// <summary>Asks for what is due now.</summary>
    /// <returns>For how many invoices.</returns>
    /// <exception cref="AccessDeniedException">The actor may not run the billing engine.</exception>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var due = await TakeAsync(connection, now, cancellationToken);

        foreach (var invoice in due)
            await PaymentRequests.RequestAsync(connection, invoice, automatic: true, now, cancellationToken);

        await transaction.CommitAsync(cancellationToken);

        return due.Count;
    }

    private static async Task<List<Guid>> TakeAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Take, connection);
        command.Parameters.AddAll(now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            due.Add(reader.GetGuid(0));

        return due;
    }
}
