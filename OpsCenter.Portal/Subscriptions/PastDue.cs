using Npgsql;
using OpsCenter.Domain.Subscriptions;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Notes since when a running subscription is unpaid, within the caller's transaction; its status follows from that and the time.</summary>
internal static class PastDue
{
    /// <summary>Notes the first failure; a later one changes nothing.</summary>
    /// <returns>Since when it is past due; null when nothing runs that could be.</returns>
    public static async Task<DateTimeOffset?> BeginAsync(
        NpgsqlConnection connection, Guid organizationId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken) is not { StartedAt: not null } running)
            return null;

        if (running.PastDueSince is null)
            await SubscriptionRows.SaveAsync(connection, running with { PastDueSince = since }, cancellationToken);

        return running.PastDueSince ?? since;
    }

    /// <summary>Notes that everything is paid.</summary>
    public static async Task EndAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancellationToken)
    {
        if (await SubscriptionRows.LockLiveAsync(connection, organizationId, cancellationToken) is { PastDueSince: not null } running)
            await SubscriptionRows.SaveAsync(connection, running with { PastDueSince = null }, cancellationToken);
    }

    /// <summary>Where the customer's subscription stands; null when it has none.</summary>
    public static async Task<SubscriptionStatus?> StatusAsync(
        NpgsqlConnection connection, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await SubscriptionRows.FindLiveAsync(connection, organizationId, cancellationToken) is { } live ? SubscriptionStatusRule.At(live, now) : null;
}
