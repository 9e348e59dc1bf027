using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>
/// Proves that the roll-ups are what events, holds and ledger make of them, day by day, and corrects them on request. Rows that sum to
/// nothing and are not expected are no difference.
/// </summary>
public sealed class VerifyRollups(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Most differences that are listed; all are counted.</summary>
    public const int MaxListed = 200;

    private const string Bounds =
        """
        select least(
                (select (occurred_at at time zone 'UTC')::date from usage_events order by occurred_at limit 1),
                (select (hour at time zone 'UTC')::date from hourly_rollups order by hour limit 1),
                (select min(day) from daily_rollups),
                (select (hour at time zone 'UTC')::date from tool_rollups order by hour limit 1),
                (select min(day) from fee_rollups),
                (select min(day) from version_rollups),
                (select min(day) from failure_rollups),
                (select min(day) from byok_rollups)),
            greatest(
                (select (occurred_at at time zone 'UTC')::date from usage_events order by occurred_at desc limit 1),
                (select (hour at time zone 'UTC')::date from hourly_rollups order by hour desc limit 1),
                (select max(day) from daily_rollups),
                (select (hour at time zone 'UTC')::date from tool_rollups order by hour desc limit 1),
                (select max(day) from fee_rollups),
                (select max(day) from version_rollups),
                (select max(day) from failure_rollups),
                (select max(day) from byok_rollups))
        """;

    /// <summary>Compares, and repairs when asked to. What was repaired before a cancellation stays repaired: each day is a transaction.</summary>
    /// <param name="actor">Whoever may verify; to repair, whoever may repair.</param>
    /// <param name="input">Which days, and whether to repair.</param>
    /// <param name="progress">Told after each day; null when nobody watches.</param>
    /// <param name="cancellationToken">Stops after the day at hand.</param>
    /// <exception cref="AccessDeniedException">The actor may not verify, or may not repair.</exception>
    public async Task<RollupVerification> HandleAsync(
        Actor actor, VerifyRollupsInput input, IProgress<RollupProgress>? progress, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.VerifyRollups);

        if (input.Repair)
            AccessPolicy.Demand(actor, Permission.RepairRollups);

        var days = await DaysAsync(input, cancellationToken);
        var (listed, found, repaired, differing) = (new List<RollupDifference>(), 0L, 0, new List<DateOnly>());

        for (var i = 0; i < days.Count; i++)
        {
            var differences = await CompareAsync(days[i], cancellationToken);

            if (differences.Count > 0)
            {
                found += differences.Count;
                listed.AddRange(differences.Take(MaxListed - listed.Count));
                differing.Add(days[i]);

                if (input.Repair)
                    repaired += await RepairAsync(actor, days[i], cancellationToken) ? 1 : 0;
            }

            progress?.Report(new RollupProgress(i + 1, days.Count, found));
        }

        return new RollupVerification(days.Count, listed, found, First(differing), Last(differing), repaired);
    }

    private static DateOnly? First(List<DateOnly> days) => days.Count == 0 ? null : days[0];

    private static DateOnly? Last(List<DateOnly> days) => days.Count == 0 ? null : days[^1];

    private async Task<List<DateOnly>> DaysAsync(VerifyRollupsInput input, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Bounds, await OpenAsync(db, cancellationToken));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        if (reader.IsDBNull(0))
            return [];

        var (first, last) = (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
        (first, last) = (input.First > first ? input.First.Value : first, input.Last < last ? input.Last.Value : last);

        return [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays)];
    }

    private async Task<List<RollupDifference>> CompareAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connection = await OpenAsync(db, cancellationToken);
        var differences = new List<RollupDifference>();

        foreach (var table in RollupTable.All)
            differences.AddRange(await new RollupDay(day).DifferencesAsync(connection, table, cancellationToken));

        return differences;
    }

    // Compared again once no writer can come between: what was found before may have been written right since.
    private async Task<bool> RepairAsync(Actor actor, DateOnly day, CancellationToken cancellationToken)
    {
        var (before, after, rollups) = (new Dictionary<string, JsonElement>(), new Dictionary<string, JsonElement>(), new RollupDay(day));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(RollupDay.Lock, cancellationToken);
        var connection = await OpenAsync(db, cancellationToken);

        foreach (var table in RollupTable.All)
        {
            if ((await rollups.DifferencesAsync(connection, table, cancellationToken)).Count == 0)
                continue;

            var (was, became) = await rollups.RewriteAsync(connection, table, cancellationToken);
            (before[table.Name], after[table.Name]) = (JsonElement.Parse(was), JsonElement.Parse(became));
        }

        if (before.Count == 0)
            return false;

        AuditTrail.Append(
            db, actor, clock.GetUtcNow(), new AuditRecord("rollups.repaired", "rollups", day.ToString("O", CultureInfo.InvariantCulture), before, after));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return true;
    }

    private static async Task<NpgsqlConnection> OpenAsync(OpsCenterDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);

        return (NpgsqlConnection)db.Database.GetDbConnection();
    }
}
