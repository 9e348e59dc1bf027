using System.Diagnostics;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// The one writer of this instance: takes what waits, writes it in one transaction, answers, and so on. While it writes, the next batch
/// gathers, so a busier portal makes larger transactions. When it is stopped, it first writes what waits.
/// </summary>
public sealed partial class UsageWriter(UsageQueue queue, GroupCommit commit, UsageMetrics metrics, LiveMarks marks, TimeProvider clock, ILogger<UsageWriter> logger)
    : BackgroundService
{
    // Ordered rows leave nothing to deadlock with but an operator's own statement; that one is waited out.
    private const int MaxTries = 5;

    private static readonly ActivitySource Activities = new($"{TelemetryRegistration.OwnNames}Usage");

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<PendingReport>();

        while (await queue.WaitAsync())
        {
            batch.Clear();
            queue.TakeInto(batch);

            if (batch.Count > 0)
            {
                await WriteAsync(batch.ToArray());
            }

            queue.Done();
        }
    }

    // Whatever happens, every report gets an outcome and the next batch its turn.
    private async Task WriteAsync(ArraySegment<PendingReport> batch)
    {
        RecordUsageOutcome[] outcomes;

        try
        {
            outcomes = await CommitAsync([.. batch.Select(pending => pending.Job)]);
        }
        catch (UsageStoreUnavailableException outage)
        {
            LogBusy(batch.Count, outage.InnerException?.Message);
            outcomes = AllOf(batch, new RecordUsageOutcome.Busy(outage.OutcomeUnknown));
        }
        catch (Exception exception) when (batch.Count > 1)
        {
            // Somewhere in it stands a job that cannot be written. Halves, quarters … until it stands alone.
            LogBisected(batch.Count, exception.Message);
            await WriteAsync(batch[..(batch.Count / 2)]);
            await WriteAsync(batch[(batch.Count / 2)..]);

            return;
        }
        catch (Exception exception)
        {
            LogRefused(batch[0].Job.EventId, exception);
            outcomes = AllOf(batch, new RecordUsageOutcome.Failed());
        }

        for (var index = 0; index < outcomes.Length; index++)
        {
            batch[index].Answer(outcomes[index]);
        }
    }

    private async Task<RecordUsageOutcome[]> CommitAsync(StoredUsage[] jobs)
    {
        for (var attempt = 1; ; attempt++)
        {
            var started = clock.GetTimestamp();
            using var activity = Activities.StartActivity("usage.commit");
            activity?.SetTag("opscenter.usage.reports", jobs.Length);

            try
            {
                var outcomes = await commit.RunAsync(jobs);
                metrics.CountCommit(jobs.Length, clock.GetElapsedTime(started));
                marks.Mark(LiveTopic.Usage);

                return outcomes;
            }
            catch (PostgresException conflict) when (DatabaseFailure.IsConflict(conflict) && attempt < MaxTries)
            {
                metrics.CountRetry();
            }
            catch (PostgresException conflict) when (DatabaseFailure.IsConflict(conflict))
            {
                throw new UsageStoreUnavailableException(outcomeUnknown: false, conflict);
            }
        }
    }

    private static RecordUsageOutcome[] AllOf(ArraySegment<PendingReport> batch, RecordUsageOutcome outcome) =>
        [.. Enumerable.Repeat(outcome, batch.Count)];

    [LoggerMessage(1210, LogLevel.Warning, "{Count} usage reports could not be stored, their senders were told to retry: {Reason}")]
    private partial void LogBusy(int count, string? reason);

    [LoggerMessage(1211, LogLevel.Warning, "{Count} usage reports could not be stored together and are tried in halves: {Reason}")]
    private partial void LogBisected(int count, string reason);

    [LoggerMessage(1212, LogLevel.Error, "The usage report that would have been job {EventId} cannot be stored")]
    private partial void LogRefused(Guid eventId, Exception exception);
}
