using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OpsCenter.Portal.Data;

/// <summary>Whether the database answers and has every migration of this version.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<OpsCenterDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);

            return pending.Any() ? HealthCheckResult.Unhealthy("Migrations are pending.") : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
