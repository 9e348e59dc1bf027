using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Periods;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Forecasts;

/// <summary>Keeps one forecast a day of each running period, so that its error can be told later.</summary>
public sealed class KeepForecasts(NpgsqlDataSource database, PeriodQueries periods, TimeProvider clock)
{
    private const string Insert =
        """
        insert into usage_forecasts (billing_period_id, made_on, low, expected, high, made_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (billing_period_id, made_on) do nothing
        """;

    private const string Kept = "select billing_period_id from usage_forecasts where made_on = $1 and billing_period_id = any($2)";

    /// <summary>Keeps those of today that are missing.</summary>
    /// <returns>How many were kept.</returns>
    /// <exception cref="AccessDeniedException">The actor may not see all billing.</exception>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var kept = 0;

        await foreach (var page in periods.RunningAsync(actor, cancellationToken))
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var known = await KnownAsync(connection, today, [.. page.Select(p => p.Period.Id)], cancellationToken);

            foreach (var (organization, period) in page.Where(p => !known.Contains(p.Period.Id)))
            {
                if (await ForecastQueries.ForecastAsync(connection, period, organization, now, cancellationToken) is not { } forecast)
                    continue;

                await using var command = new NpgsqlCommand(Insert, connection);
                command.Parameters.AddAll(period.Id, today, forecast.Low, forecast.Expected, forecast.High, now.UtcDateTime);
                kept += await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        return kept;
    }

    private static async Task<HashSet<Guid>> KnownAsync(NpgsqlConnection connection, DateOnly today, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Kept, connection);
        command.Parameters.AddAll(today, ids);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new HashSet<Guid>();

        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetGuid(0));

        return known;
    }
}
