using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Ledger;

/// <summary>Sums the ledger by billing period, for those who compare it with the books. It reads every entry.</summary>
internal static class LedgerBalances
{
    private const string Select =
        """
        select billing_period_id, currency, sum(total - covered), coalesce(sum(total - covered) filter (where posted_at >= $1 and posted_at < $2), 0)
        from ledger_entries group by billing_period_id, currency
        """;

    /// <summary>The sums, as the caller's transaction sees them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="from">First moment of the span.</param>
    /// <param name="until">First moment after it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<List<PeriodBalance>> ReadAsync(
        NpgsqlConnection connection, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddAll(from.UtcDateTime, until.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var balances = new List<PeriodBalance>();

        while (await reader.ReadAsync(cancellationToken))
            balances.Add(new PeriodBalance(reader.IsDBNull(0) ? null : reader.GetGuid(0), reader.GetString(1), reader.GetDecimal(2), reader.GetDecimal(3)));

        return balances;
    }
}
