using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>
/// Tries the newest version of the rate card on holds that have not seen it yet. Safe in any number of instances at once: each claims
/// holds that nobody else has claimed.
/// </summary>
public sealed partial class PriceHolds(NpgsqlDataSource database, HoldPrices prices, LiveMarks marks, TimeProvider clock, ILogger<PriceHolds> logger)
{
    /// <summary>Most holds of one transaction.</summary>
    public const int BatchSize = 200;

    /// <summary>Tries one batch.</summary>
    /// <returns>How many holds were claimed; 0 when none is left to try.</returns>
    /// <exception cref="AccessDeniedException">The actor may not resolve holds.</exception>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ResolveHolds);
        var (claimed, version) = (Array.Empty<Guid>(), 0);

        try
        {
            await TryAsync(actor, ClaimAsync, cancellationToken);
        }
        catch (Exception exception) when (claimed.Length > 0 && IsAboutTheHold(exception))
        {
            LogAlone(claimed.Length, exception.Message);
            await TryEachAsync(actor, claimed, version, cancellationToken);
        }

        return claimed.Length;

        async Task<Guid[]> ClaimAsync(NpgsqlConnection connection, int newest)
        {
            version = newest;

            return claimed = await HoldRows.ClaimAsync(connection, newest, BatchSize, cancellationToken);
        }
    }

    // What passes by itself, a lost database or another transaction in the way, says nothing about the holds.
    private static bool IsAboutTheHold(Exception exception) =>
        exception is not OperationCanceledException && !DatabaseFailure.IsAway(exception) && !DatabaseFailure.IsConflict(exception);

    // One of them cannot be tried. Alone, it does not keep its neighbours; it rests until the next version.
    private async Task TryEachAsync(Actor actor, Guid[] ids, int version, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            try
            {
                await TryAsync(actor, (_, _) => Task.FromResult<Guid[]>([id]), cancellationToken);
            }
            catch (Exception exception) when (IsAboutTheHold(exception))
            {
                LogPoison(id, exception);
                await RestAsync(id, version, cancellationToken);
            }
        }
    }

    private async Task TryAsync(Actor actor, Func<NpgsqlConnection, int, Task<Guid[]>> choose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var newest = await VersionInForce.ShareAsync(connection, now, cancellationToken);
        var changes = new List<HoldChange>();

        foreach (var job in await HoldRows.LockAsync(connection, await choose(connection, newest), cancellationToken))
        {
            if (job.State is HoldState.Open && job.TriedVersion < newest)
                changes.Add(await prices.TryAsync(job, newest, now, actor.Subject, cancellationToken));
        }

        if (changes.Count == 0)
            return;

        await HoldChanges.WriteAsync(connection, changes, now, actor.Subject, cancellationToken);
        await HoldChanges.RollupsOf(changes).WriteAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);
        LogTried(changes.Count, newest, changes.Count(change => change.Price is not null));
    }

    private async Task RestAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update holds set tried_version = $2 where event_id = $1 and state = 'open' and tried_version < $2");
        command.Parameters.AddAll(id, version);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(1220, LogLevel.Information, "{Count} holds tried with version {Version} of the rate card, {Priced} priced")]
    private partial void LogTried(int count, int version, int priced);

    [LoggerMessage(1221, LogLevel.Warning, "{Count} holds could not be tried together and are tried one by one: {Reason}")]
    private partial void LogAlone(int count, string reason);

    [LoggerMessage(1222, LogLevel.Error, "The hold of job {EventId} cannot be tried; it rests until the next version of the rate card")]
    private partial void LogPoison(Guid eventId, Exception exception);
}
