using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Hosting;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// Takes what waits, writes it in one transaction, answers, and so on. While it writes, the next batch gathers, so a busier portal makes
/// larger transactions. One thread does that alone; another joins only when much waits, because small transactions cost most. They are threads of
/// their own and block: their round trips would else queue behind the requests that they answer. When the portal stops, they first write what waits.
/// </summary>
public sealed partial class UsageWriter(
    UsageQueue queue, GroupCommit commit, IOptions<RecordingOptions> options, UsageMetrics metrics, LiveMarks marks, ILogger<UsageWriter> logger)
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
        var others = Math.Max(1, options.Value.CommitSize / 4);
        Task[] writers = [Run(joinsAt: 1), .. Enumerable.Range(1, options.Value.Writers - 1).Select(_ => Run(joinsAt: others))];

        // One that fails ends the portal, loudly: without it reports would wait for ever.
        await await Task.WhenAny(writers);
        await Task.WhenAll(writers);
    }

    private Task Run(int joinsAt) => Task.Factory.StartNew(
        () =>
        {
            while (queue.Wait(joinsAt))
            {
                WriteNext();
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void WriteNext()
    {
        var batch = new List<PendingReport>();
        queue.TakeInto(batch);

        if (batch.Count > 0)
        {
            Write(batch.ToArray());
            queue.Done(batch);
        }
    }

    // Whatever happens, every report gets an outcome and the next batch its turn.
    private void Write(ArraySegment<PendingReport> batch)
    {
        RecordUsageOutcome[] outcomes;

        try
        {
            outcomes = Commit([.. batch.Select(pending => pending.Job)]);
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
            Write(batch[..(batch.Count / 2)]);
            Write(batch[(batch.Count / 2)..]);

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

    private RecordUsageOutcome[] Commit(StoredUsage[] jobs)
    {
        for (var attempt = 1; ; attempt++)
        {
            var started = Stopwatch.GetTimestamp();
            using var activity = Activities.StartActivity("usage.commit");
            activity?.SetTag("opscenter.usage.reports", jobs.Length);

            try
            {
                var outcomes = commit.Run(jobs);
                metrics.CountCommit(jobs.Length, Stopwatch.GetElapsedTime(started));
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
