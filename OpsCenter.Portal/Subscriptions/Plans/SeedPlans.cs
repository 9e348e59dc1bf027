using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>The four plans that the contract lists, for a portal that has none.</summary>
internal static class SeedPlans
{
    private const string AnyPlan = "select exists (select 1 from plans) as \"Value\"";

    private static readonly (string Code, PlanTerms Terms)[] Plans =
    [
        ("trial", new PlanTerms
        {
            Name = "Trial",
            Summary = "Seven days to try it, for one dollar.",
            OncePrice = 1m,
            OnceHours = 7 * 24,
            Included = 5m,
            Limits = new MeterLimits(150_000, 75_000, 225_000, 75),
            LimitsStop = true,
        }),
        ("starter", new PlanTerms
        {
            Name = "Starter",
            Summary = "For first agents in daily work.",
            MonthlyPrice = 19m,
            YearlyPrice = 190m,
            Included = 15m,
            Limits = new MeterLimits(500_000, 250_000, 750_000, 250),
        }),
        ("professional", new PlanTerms
        {
            Name = "Professional",
            Summary = "For teams that run agents all day and bring their own keys.",
            MonthlyPrice = 49m,
            YearlyPrice = 490m,
            Included = 40m,
            Limits = new MeterLimits(1_250_000, 625_000, 1_875_000, 600),
            Byok = true,
        }),
        ("enterprise", new PlanTerms
        {
            Name = "Enterprise",
            Summary = "For organisations: no thresholds, ten seats, audit export.",
            MonthlyPrice = 99m,
            YearlyPrice = 990m,
            Included = 80m,
            Byok = true,
            AuditExport = true,
            Seats = 10,
        }),
    ];

    /// <summary>Adds them unless there is a plan.</summary>
    /// <param name="db">Migrated.</param>
    /// <param name="currency">The one of the installation.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Nothing is added when it comes before the commit.</param>
    public static async Task EnsureAsync(OpsCenterDbContext db, Currency currency, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"lock table plans in share row exclusive mode", cancellationToken);

        if (await db.Database.SqlQueryRaw<bool>(AnyPlan).SingleAsync(cancellationToken))
            return;

        var actor = new Actor.System("seed");
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        foreach (var (code, terms) in Plans)
        {
            var version = terms.ToVersion(Guid.CreateVersion7(now), code, 1, currency);
            await PlanRows.InsertAsync(connection, code, organizationId: null, now, cancellationToken);
            await PlanVersionRows.InsertAsync(connection, version, now, actor.Subject, cancellationToken);
            AuditTrail.Append(db, actor, now, new AuditRecord("plan.created", "plan", code, After: PlanRows.StateOf(version)));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
