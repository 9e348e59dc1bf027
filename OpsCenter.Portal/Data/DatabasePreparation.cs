using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Subscriptions.Plans;
using OpsCenter.Portal.Usage;

namespace OpsCenter.Portal.Data;

/// <summary>
/// Brings the database, before the portal listens, to what this version expects: tables, version 1 of the rate card, plans, partitions. Does
/// nothing that is already done; several instances may start at once.
/// </summary>
internal sealed class DatabasePreparation(
    IDbContextFactory<OpsCenterDbContext> contexts, NpgsqlDataSource database, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await SeedRateCard.EnsureAsync(db, clock.GetUtcNow(), cancellationToken);
        var currency = await db.RateCardVersions.OrderBy(v => v.Version).Select(v => v.Currency).FirstAsync(cancellationToken);
        await SeedPlans.EnsureAsync(db, currency, clock.GetUtcNow(), cancellationToken);
        await UsagePartitions.EnsureAsync(database, clock.GetUtcNow(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
