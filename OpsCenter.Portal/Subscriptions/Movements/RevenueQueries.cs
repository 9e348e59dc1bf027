using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Subscriptions.Movements;

/// <summary>Reads monthly recurring revenue out of its movements.</summary>
public sealed class RevenueQueries(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most months of a list.</summary>
    public const int MaxMonths = 24;

    private const string Select =
        """
        select currency, date_trunc('month', moved_at at time zone 'UTC')::date as month, kind, sum(monthly_after - monthly_before), count(*)
        from subscription_movements where moved_at <= $1 group by 1, 2, 3 order by 1, 2
        """;

    /// <summary>The newest months, newest first, one currency after the other; a month without movements is there, too.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see the books.</exception>
    public async Task<IReadOnlyList<RevenueMonth>> MonthsAsync(Actor actor, int months, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewBilling);
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Select);
        command.Parameters.AddAll(now.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var moved = new List<Moved>();

        while (await reader.ReadAsync(cancellationToken))
        {
            moved.Add(new Moved(
                reader.GetString(0), reader.GetFieldValue<DateOnly>(1), EnumText<MovementKind>.Parse(reader.GetString(2)), reader.GetDecimal(3), reader.GetInt64(4)));
        }

        var last = new DateOnly(now.UtcDateTime.Year, now.UtcDateTime.Month, 1);

        return [.. moved.GroupBy(m => m.Currency).SelectMany(group => Of(Currency.Of(group.Key), [.. group], last, Math.Clamp(months, 1, MaxMonths)))];
    }

    private static IEnumerable<RevenueMonth> Of(Currency currency, Moved[] moved, DateOnly last, int months)
    {
        var all = new List<RevenueMonth>();
        var (revenue, customers) = (Money.Zero(currency), 0L);

        for (var month = moved[0].Month; month <= last; month = month.AddMonths(1))
        {
            var own = moved.Where(m => m.Month == month).ToList();
            var came = own.Where(m => m.Kind is MovementKind.New).Sum(m => m.Count);
            var lost = own.Where(m => m.Kind is MovementKind.Churn).Sum(m => m.Count);
            var entry = new RevenueMonth
            {
                Month = month,
                Start = revenue,
                New = Sum(own, MovementKind.New, currency),
                Expansion = Sum(own, MovementKind.Expansion, currency),
                Contraction = Sum(own, MovementKind.Contraction, currency),
                Churn = Sum(own, MovementKind.Churn, currency),
                StartCustomers = customers,
                NewCustomers = came,
                LostCustomers = lost,
            };
            all.Add(entry);
            revenue = entry.End;
            customers += came - lost;
        }

        return all.AsEnumerable().Reverse().Take(months);
    }

    private static Money Sum(List<Moved> moved, MovementKind kind, Currency currency) =>
        new(moved.Where(m => m.Kind == kind).Sum(m => m.Amount), currency);

    private sealed record Moved(string Currency, DateOnly Month, MovementKind Kind, decimal Amount, long Count);
}
