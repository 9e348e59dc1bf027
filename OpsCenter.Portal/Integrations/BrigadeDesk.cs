using Npgsql;
using OpsCenter.Domain.Integrations;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Integrations;

/// <summary>Asks Brigade, keeps what it says, and tells open pages. No transaction is open while it is asked.</summary>
public sealed class BrigadeDesk(IBrigadeGateway gateway, NpgsqlDataSource database, LiveMarks marks, TimeProvider clock)
{
    /// <summary>Makes Brigade fetch the card.</summary>
    /// <param name="version">The version that it shall have.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<BrigadeAnswer<BrigadeCard>> RefreshAsync(int version, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        await BrigadeStatusTable.AskAsync(database, askedAt, version, cancellationToken);
        var answer = await gateway.RefreshAsync(cancellationToken);

        if (answer is BrigadeAnswer<BrigadeCard>.Failed failed)
            await BrigadeStatusTable.FailAsync(database, askedAt, failed.Reason, cancellationToken);
        else if (answer is BrigadeAnswer<BrigadeCard>.Given)
            await KeepStatusAsync(askedAt, cancellationToken);

        marks.Mark(LiveTopic.Integrations);

        return answer;
    }

    /// <summary>Asks Brigade how it is.</summary>
    internal async Task<BrigadeAnswer<BrigadeStatus>> LookAsync(CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        await BrigadeStatusTable.AskAsync(database, askedAt, version: null, cancellationToken);
        var answer = await KeepStatusAsync(askedAt, cancellationToken);
        marks.Mark(LiveTopic.Integrations);

        return answer;
    }

    /// <summary>The same, unless none is connected or an instance asked a short time ago.</summary>
    /// <returns>What it said; null when nobody was asked.</returns>
    internal async Task<BrigadeAnswer<BrigadeStatus>?> LookAsync(TimeSpan notWithin, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();

        if (gateway.Address is null || !await BrigadeStatusTable.TryClaimAsync(database, askedAt, askedAt - notWithin, cancellationToken))
            return null;

        var answer = await KeepStatusAsync(askedAt, cancellationToken);
        marks.Mark(LiveTopic.Integrations);

        return answer;
    }

    private async Task<BrigadeAnswer<BrigadeStatus>> KeepStatusAsync(DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        var answer = await gateway.StatusAsync(cancellationToken);

        if (answer is BrigadeAnswer<BrigadeStatus>.Given given)
            await BrigadeStatusTable.AnswerAsync(database, askedAt, clock.GetUtcNow(), given.Value, cancellationToken);
        else if (answer is BrigadeAnswer<BrigadeStatus>.Failed failed)
            await BrigadeStatusTable.FailAsync(database, askedAt, failed.Reason, cancellationToken);

        return answer;
    }
}
