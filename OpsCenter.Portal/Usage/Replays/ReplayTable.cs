using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage.Replays;
using OpsCenter.Portal.Accounts;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>Replays that were run, found again by their prices.</summary>
public sealed class ReplayTable(NpgsqlDataSource database, ActorNames names)
{
    private const string Insert =
        """
        insert into rate_card_replays (id, content_hash, base_version, period_start, period_end, jobs, result, run_at, run_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Latest =
        """
        select base_version, period_start, period_end, run_at, run_by, result from rate_card_replays
        where content_hash = $1 and ($2::timestamptz is null or period_start = $2) and ($3::timestamptz is null or period_end = $3)
            and ($4::timestamptz is null or run_at < $4)
        order by run_at desc, id desc limit 1
        """;

    /// <summary>Keeps one.</summary>
    internal async Task<ReplayView> AddAsync(
        Actor actor, ReplayCard card, RunReplayInput input, ReplayResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddAll(
            Guid.CreateVersion7(now), PriceFingerprint.Of(card.Content).ToArray(), card.BaseVersion, input.From, input.Until, result.Total.Jobs);
        command.Parameters.Add(new NpgsqlParameter { Value = ReplayJson.Write(result), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.AddAll(now, actor.Subject);
        await command.ExecuteNonQueryAsync(cancellationToken);

        return new ReplayView(card.BaseVersion, input.From, input.Until, now, await NameOfAsync(actor.Subject, cancellationToken), result);
    }

    /// <summary>The last one with these prices; null when there is none.</summary>
    /// <param name="fingerprint">The prices.</param>
    /// <param name="period">Only of this period; null for any.</param>
    /// <param name="runBefore">Only one that was run before this moment; null for any.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    internal async Task<ReplayView?> FindAsync(
        ImmutableArray<byte> fingerprint, (DateTimeOffset From, DateTimeOffset Until)? period, DateTimeOffset? runBefore, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Latest);
        command.Parameters.AddAll(fingerprint.ToArray(), period?.From, period?.Until, runBefore);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        if (!await reader.ReadAsync(cancellationToken))
            return null;

        var found = new ReplayView(
            reader.GetInt32(0),
            reader.GetFieldValue<DateTimeOffset>(1),
            reader.GetFieldValue<DateTimeOffset>(2),
            reader.GetFieldValue<DateTimeOffset>(3),
            reader.GetString(4),
            ReplayJson.Read(reader.GetString(5)));

        return found with { RunByName = await NameOfAsync(found.RunByName, cancellationToken) };
    }

    private async Task<string> NameOfAsync(string subject, CancellationToken cancellationToken) =>
        (await names.OfAsync([subject], cancellationToken))[subject];
}
