using Npgsql;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>The rate card for machines and for pricing: by number or by moment, without a look at who asks.</summary>
internal sealed class RateCardReader(NpgsqlDataSource database, RateCardCache cards)
{
    /// <summary>The version, or null when none of that number is published.</summary>
    public ValueTask<RateCard?> FindAsync(int version, CancellationToken cancellationToken) => cards.FindAsync(version, cancellationToken);

    /// <summary>The version in force at a moment.</summary>
    public async Task<RateCard> InForceAtAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);

        return await InForceAtAsync(connection, moment, cancellationToken);
    }

    /// <summary>
    /// The version in force at a moment, as the caller's transaction sees it. A transaction that prices holds a share lock on the gate
    /// (<see cref="ShareGateAsync"/>), so that nobody publishes between its reading and its end.
    /// </summary>
    public async Task<RateCard> InForceAtAsync(NpgsqlConnection connection, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select version from rate_card_versions where effective_from <= $1 order by effective_from desc limit 1", connection)
        {
            Parameters = { new NpgsqlParameter<DateTimeOffset> { TypedValue = moment.ToUniversalTime() } },
        };
        var version = await command.ExecuteScalarAsync(cancellationToken)
            ?? throw new InvalidOperationException("No rate card is published.");

        return await cards.GetAsync((int)version, cancellationToken);
    }

    /// <summary>Keeps publishers out until the caller's transaction ends; others who price are let in.</summary>
    public static async Task ShareGateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select 1 from rate_card_gate where id = 1 for share", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
