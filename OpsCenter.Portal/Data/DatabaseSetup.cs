using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage;

namespace OpsCenter.Portal.Data;

/// <summary>Brings a database to what this version of the portal expects: tables, version 1 of the rate card, partitions.</summary>
public static class DatabaseSetup
{
    /// <summary>Migrates and seeds; does nothing that is already done. Several instances may run it at once.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<OpsCenterDbContext>>().CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await SeedRateCard.EnsureAsync(db, now, cancellationToken);
        await UsagePartitions.EnsureAsync(services.GetRequiredService<NpgsqlDataSource>(), now, cancellationToken);
    }
}
