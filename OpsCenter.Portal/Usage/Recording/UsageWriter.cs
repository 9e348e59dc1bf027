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
    : IHostedService
{
    // Ordered rows leave nothing to deadlock with but an operator's own statement; that one is waited out.
    private const int MaxTries = 5;

    private static readonly ActivitySource Activities = new($"{TelemetryRegistration.OwnNames}Usage");

    private readonly List<Task> writers = [];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        writers.Add(Run(joinsAt: 1));

        for (var other = 1; other < options.Value.Writers; other++)
        {
            writers.Add(Run(joinsAt: Math.Max(1, options.Value.CommitSize / 4)));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();

        return Task.WhenAll(writers).WaitAsync(cancellationToken);
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
