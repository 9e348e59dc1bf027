using Npgsql;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Outbox;

/// <summary>Hands what is due to whoever takes it, one after the other, until nothing is due. Several instances may do so at once.</summary>
internal abstract partial class MessageDispatcher(MessageQueue table, NpgsqlDataSource database, WorkBell bell, TimeProvider clock, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Does everything that is due now.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var tried = 0;

        while (await table.ClaimAsync(database, clock.GetUtcNow(), cancellationToken) is { Count: > 0 } claimed)
        {
            foreach (var message in claimed)
                await TryAsync(message, cancellationToken);

            tried += claimed.Count;
        }

        return tried;
    }

    /// <summary>Does what a message asks for.</summary>
    protected abstract Task HandleAsync(DueMessage message, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DispatchAsync(stoppingToken);
            }
            catch (Exception failure) when (DatabaseFailure.Is(failure))
            {
                LogAway(failure.Message);
            }

            await bell.WaitAsync(Pause, clock, stoppingToken);
        }
    }

    private async Task TryAsync(DueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(message, cancellationToken);
            await table.DoneAsync(database, message.Id, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            DateTimeOffset? next = message.Tries < RetryPauses.MostTries ? now + RetryPauses.After(message.Tries, Random.Shared.NextDouble()) : null;
            LogFailed(message.Kind, message.Id, message.Tries, next is null, failure);
            await table.FailedAsync(database, message.Id, WordsOf(failure), now, next, cancellationToken);
        }
    }

    private static string WordsOf(Exception failure)
    {
        var words = $"{failure.GetType().Name}: {failure.Message}";

        return words.Length <= 500 ? words : words[..500];
    }

    [LoggerMessage(2201, LogLevel.Warning, "Messages wait, the database does not answer: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(2202, LogLevel.Warning, "Message {Kind} {Id} failed, try {Tries}; given up: {IsDead}")]
    private partial void LogFailed(string kind, string id, int tries, bool isDead, Exception failure);
}
