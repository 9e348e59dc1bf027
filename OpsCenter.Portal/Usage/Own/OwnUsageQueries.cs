using System.Data;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Subscriptions;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>Reads what a customer used, as the customer sees it: without what it cost us.</summary>
public sealed class OwnUsageQueries(
    NpgsqlDataSource database, PeriodQueries periods, PlanVersions plans, EntitlementQueries entitlements, TimeProvider clock)
{
    /// <summary>Most names of the breakdown on the page; the file has all.</summary>
    public const int MaxShares = 50;

    /// <summary>The usage of a period as it is now.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="organizationId">Whose usage.</param>
    /// <param name="period">Which period.</param>
    /// <param name="dimension">What it is broken down by.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <param name="maxShares">Most names of the breakdown.</param>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's jobs.</exception>
    public async Task<OwnUsage> GetAsync(
        Actor actor, Guid organizationId, OwnPeriod period, OwnDimension dimension, CancellationToken cancellationToken, int maxShares = MaxShares)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnJobs, Permission.ViewAllJobs);
        var now = clock.GetUtcNow();
        var billing = await periods.ListAsync(actor, organizationId, cancellationToken);
        var span = OwnSpan.Of(period, billing, now);
        var shown = billing.FirstOrDefault(one => one.Id == span.BillingPeriodId);
        var hasPlan = billing.Any(one => one.StartsAt <= now && one.EndsAt > now && one.ClosedAt is null);
        var rows = await ReadAsync(organizationId, span, dimension, maxShares, cancellationToken);

        return new OwnUsage(
            span,
            dimension,
            now,
            shown,
            shown is null ? null : await plans.GetAsync(shown.PlanVersionId, cancellationToken),
            hasPlan ? (await entitlements.OfAsync(actor, organizationId, cancellationToken))?.Entitlements.Stop : null,
            hasPlan,
            OwnUsageAssembly.Of(rows, span));
    }

    // One snapshot for all statements: figures beside each other must agree to the last digit, also while jobs pour in.
    private async Task<OwnUsageRows> ReadAsync(
        Guid organizationId, OwnSpan span, OwnDimension dimension, int maxShares, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = OwnUsageSql.Of(connection, organizationId, span, dimension, maxShares);
        var rows = await OwnUsageRows.ReadAsync(batch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return rows;
    }
}
