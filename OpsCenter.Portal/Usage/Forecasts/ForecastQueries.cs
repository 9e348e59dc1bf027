using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Forecasts;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Forecasts;

/// <summary>Forecasts the end of a customer's running billing period from its roll-ups.</summary>
public sealed class ForecastQueries(NpgsqlDataSource database, PeriodQueries periods, TimeProvider clock)
{
    private const int PastPeriods = 6;

    private const string Days =
        """
        select day, sum(llm_fee + agent_fee + tools_fee) from daily_rollups
        where organization_id = $1 and day >= $2 and day <= $3 and currency = $4 group by day
        """;

    private const string FirstDay = "select min(day) from daily_rollups where organization_id = $1";

    private const string Past =
        "select expected from usage_forecasts where billing_period_id = $1 and made_on <= $2 order by made_on desc limit 1";

    /// <summary>The forecast of the running period; null without one.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's subscription.</exception>
    public async Task<ForecastView?> OfAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnSubscription, Permission.ViewBilling);
        var all = await periods.ListAsync(actor, organizationId, cancellationToken);
        var now = clock.GetUtcNow();

        if (all.FirstOrDefault(p => p.ClosedAt is null && p.StartsAt <= now && now < p.EndsAt) is not { } running)
            return null;

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (error, count) = await PastErrorAsync(connection, running, [.. all.Where(p => p.EndsAt <= running.StartsAt && p.Used.Amount > 0).Take(PastPeriods)], now, cancellationToken);

        return new ForecastView(await ForecastAsync(connection, running, organizationId, now, cancellationToken), running.Used.Currency, running.EndsAt, error, count);
    }

    /// <summary>The forecast of a running period as it is now.</summary>
    internal static async Task<Forecast?> ForecastAsync(
        NpgsqlConnection connection, PeriodView period, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);

        // Days before the first job were no days of use.
        if (await ScalarAsync(connection, FirstDay, cancellationToken, organizationId) is not DateOnly first)
            return null;

        var from = today.AddDays(-ForecastRule.DaysBack) is var back && back > first ? back : first;
        var costs = await CostsAsync(connection, organizationId, from, today, period.Used.Currency, cancellationToken);
        decimal[] past = [.. Enumerable.Range(0, Math.Max(0, today.DayNumber - from.DayNumber)).Select(day => costs.GetValueOrDefault(from.AddDays(day)))];
        var last = DateOnly.FromDateTime(period.EndsAt.UtcDateTime.AddTicks(-1));

        return ForecastRule.Of(period.Used.Amount, past, today.DayOfWeek, costs.GetValueOrDefault(today), Math.Max(0, last.DayNumber - today.DayNumber + 1));
    }

    private static async Task<Dictionary<DateOnly, decimal>> CostsAsync(
        NpgsqlConnection connection, Guid organizationId, DateOnly from, DateOnly to, Currency currency, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Days, connection);
        command.Parameters.AddAll(organizationId, from, to, currency.Code);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var costs = new Dictionary<DateOnly, decimal>();

        while (await reader.ReadAsync(cancellationToken))
            costs.Add(reader.GetFieldValue<DateOnly>(0), reader.GetDecimal(1));

        return costs;
    }

    // What was forecast on the same day of earlier periods, against what it came to.
    private static async Task<(decimal? Percent, int Count)> PastErrorAsync(
        NpgsqlConnection connection, PeriodView running, PeriodView[] earlier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var errors = new List<decimal>();

        foreach (var period in earlier)
        {
            var sameDay = DateOnly.FromDateTime((period.StartsAt + (now - running.StartsAt)).UtcDateTime);

            if (await ScalarAsync(connection, Past, cancellationToken, period.Id, sameDay) is decimal expected)
                errors.Add(Math.Abs(expected - period.Used.Amount) * 100 / period.Used.Amount);
        }

        return errors.Count == 0 ? (null, 0) : (Rounding.To(errors.Average(), 0), errors.Count);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddAll(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(0)
            ? statement == FirstDay ? reader.GetFieldValue<DateOnly>(0) : reader.GetDecimal(0)
            : null;
    }
}
