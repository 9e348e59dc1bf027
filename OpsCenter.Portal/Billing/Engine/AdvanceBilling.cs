using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Billing.Engine;

/// <summary>Closes every billing period that is over. Any number of instances may do it at once, and any of them may die: each period is closed exactly once.</summary>
public sealed partial class AdvanceBilling(
    NpgsqlDataSource database, PeriodClosing closing, InterimInvoicing interim, TimeProvider clock, ILogger<AdvanceBilling> logger)
{
    private const int BatchSize = 500;
    private const int Parallel = 3;

    private const string Due =
        """
        select p.subscription_id from billing_periods p
        where p.closed_at is null and p.ends_at <= $1 and p.subscription_id <> all($2)
        group by p.subscription_id order by min(p.ends_at), p.subscription_id limit $3
        """;

    /// <summary>Closes what is due, oldest first, and bills large unbilled usage in advance.</summary>
    /// <returns>How many periods were closed.</returns>
    /// <exception cref="AccessDeniedException">The actor may not run the billing engine.</exception>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageBilling);
        var closed = 0;
        var failed = new List<Guid>();

        while (await DueAsync(failed, cancellationToken) is { Length: > 0 } due)
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
                async (subscription, token) =>
                {
                    if (await TryCloseAsync(subscription, token) is { } count)
                    {
                        Interlocked.Add(ref closed, count);
                    }
                    else
                    {
                        lock (failed)
                            failed.Add(subscription);
                    }
                });
        }

        await interim.RunAsync(cancellationToken);

        return closed;
    }

    private async Task<Guid[]> DueAsync(List<Guid> failed, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Due);
        command.Parameters.AddAll(clock.GetUtcNow().UtcDateTime, failed.ToArray(), BatchSize);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));

        return [.. ids];
    }

    // One that cannot be closed must not keep the others; it is tried again next time, and the log says why. Null: it failed.
    private async Task<int?> TryCloseAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        try
        {
            return await CloseAsync(subscriptionId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !DatabaseFailure.IsAway(exception))
        {
            LogFailed(subscriptionId, exception);

            return null;
        }
    }

    private async Task<int> CloseAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // Another instance may have closed it while this one waited.
        if (await SubscriptionRows.LockAsync(connection, subscriptionId, cancellationToken) is not { EndedAt: null } subscription
            || !await IsDueAsync(connection, subscriptionId, now, cancellationToken))
        {
            return 0;
        }

        await closing.CloseAsync(connection, subscription, null, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return 1;
    }

    private static async Task<bool> IsDueAsync(NpgsqlConnection connection, Guid subscriptionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select exists (select from billing_periods where subscription_id = $1 and closed_at is null and ends_at <= $2)", connection);
        command.Parameters.AddAll(subscriptionId, now.UtcDateTime);

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    [LoggerMessage(1401, LogLevel.Error, "The billing period of subscription {SubscriptionId} cannot be closed; it is tried again")]
    private partial void LogFailed(Guid subscriptionId, Exception exception);
}
