using System.Collections.Immutable;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Reads from the roll-ups what a version has earned.</summary>
public sealed class VersionFigures(NpgsqlDataSource database)
{
    /// <summary>Routes that are told apart; the smallest ones are left out.</summary>
    private const int MaxRoutes = 200;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private const string Total =
        """
        select coalesce(sum(jobs), 0)::bigint, coalesce(sum(llm_fee + agent_fee + tools_fee), 0), coalesce(sum(llm_cost + tools_cost), 0)
        from version_rollups where rate_card_version = $1 and currency = $2
        """;

    private const string Routes =
        """
        select route, sum(jobs)::bigint, sum(llm_fee + agent_fee + tools_fee) as revenue, sum(llm_cost + tools_cost)
        from hourly_rollups where hour >= $1 and hour < $2 and currency = $3
        group by route having sum(jobs) <> 0 order by revenue desc, route limit $4
        """;

    /// <summary>All jobs that a version prices.</summary>
    internal async Task<ActualFigures> TotalAsync(int version, Currency currency, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Total);
        command.Parameters.AddAll(version, currency.Code);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return FiguresAt(reader, 0, currency);
    }

    /// <summary>The same, and its routes by the full hours from a moment until before another.</summary>
    internal async Task<VersionActuals> ReadAsync(
        int version, Currency currency, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (first, last) = (CeilingOf(from), until - Past(until));
        await using var command = database.CreateCommand(Routes);
        command.Parameters.AddAll(first, last, currency.Code, MaxRoutes);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var routes = ImmutableArray.CreateBuilder<KeyValuePair<string, ActualFigures>>();

        while (await reader.ReadAsync(cancellationToken))
            routes.Add(new(reader.GetString(0), FiguresAt(reader, 1, currency)));

        return new VersionActuals(await TotalAsync(version, currency, cancellationToken), first, last, routes.ToImmutable());
    }

    private static ActualFigures FiguresAt(NpgsqlDataReader reader, int first, Currency currency) => new(
        reader.GetInt64(first), new Money(reader.GetDecimal(first + 1), currency), new Money(reader.GetDecimal(first + 2), currency));

    // The beginning of time stands at the first hour there is.
    private static DateTimeOffset CeilingOf(DateTimeOffset moment) => Past(moment) == TimeSpan.Zero ? moment : moment - Past(moment) + Hour;

    private static TimeSpan Past(DateTimeOffset moment) => TimeSpan.FromTicks(moment.UtcTicks % Hour.Ticks);
}
