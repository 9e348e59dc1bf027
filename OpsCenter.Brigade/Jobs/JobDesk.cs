using OpsCenter.Brigade.Models;
using OpsCenter.Brigade.Reports;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// Takes jobs: each id once, planned, executed, and called done when its report is durable. A job goes on when its caller hangs up; asked for
/// again, it gives the same answer. When Brigade shuts down, running jobs are stopped and reported with what they used.
/// </summary>
public sealed class JobDesk(
    RecentJobs recent, JobPlanner planner, JobRunner runner, ReportSpool spool, JobOptions options, JobLife life)
{
    /// <summary>Takes a job and returns when it has ended.</summary>
    /// <exception cref="SpoolException">Its report could not be made durable, so it does not count as done.</exception>
    internal async Task<(JobAnswer Answer, bool IsReplayed)> RunAsync(JobRequest request)
    {
        if (recent.Begin(request, options.MaxRunning, out var isFirst) is not { } entry)
            return (new JobAnswer.Refused(JobRefusals.Busy), false);
        if (isFirst)
            return (await RunFirstAsync(entry, request), false);

        return entry.Request is { } before && !before.IsSameAs(request)
            ? (new JobAnswer.Refused(JobRefusals.Conflict(request.JobId)), false)
            : (await entry.Ended, true);
    }

    private async Task<JobAnswer> RunFirstAsync(JobEntry entry, JobRequest request)
    {
        try
        {
            var answer = life.Stopping.IsCancellationRequested
                ? new JobAnswer.Refused(JobRefusals.Stopping)
                : await ExecuteAsync(request, UnusableKeys.None);
            recent.End(entry, answer);
            return answer;
        }
        catch (Exception reason)
        {
            // Whoever waits for the same job must not wait for ever; the caller hears the reason itself.
            recent.Fail(entry, reason);
            throw;
        }
    }

    private async Task<JobAnswer> ExecuteAsync(JobRequest request, UnusableKeys unusable)
    {
        var started = life.Timestamp();
        return await planner.PlanAsync(request, unusable, CancellationToken.None) switch
        {
            JobPlanning.Refused refused => new JobAnswer.Refused(refused.Problem),
            JobPlanning.Ready ready => await ExecuteAsync(ready.Plan, unusable, started),
            var other => throw new InvalidOperationException($"Unknown plan {other.GetType()}."),
        };
    }

    private async Task<JobAnswer> ExecuteAsync(JobPlan plan, UnusableKeys unusable, long started)
    {
        try
        {
            var outcome = await runner.RunAsync(plan, life.Stopping);
            await spool.AppendAsync(JobReport.Of(plan, outcome), CancellationToken.None);
            life.Ended(plan, outcome, started);
            return new JobAnswer.Done(new JobRecord
            {
                JobId = plan.Request.JobId,
                Status = outcome.Status,
                Tokens = outcome.Tokens,
                Tools = plan.Request.Tools,
                Output = outcome.Output,
                Ending = outcome.Ending,
                Plan = plan,
            });
        }
        catch (KeyRefusedException refused) when (!unusable.Refused.Contains(refused.Provider))
        {
            life.KeyRefused(plan, refused.Provider);
            return await ExecuteAsync(plan.Request, unusable with { Refused = [.. unusable.Refused, refused.Provider] });
        }
    }
}
