using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpsCenter.Brigade.Status;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Brigade.Jobs;

/// <summary>
/// Brigade's own life and what jobs leave in log and metrics: <c>opscenter_brigade_jobs_total</c> by status and class,
/// <c>opscenter_brigade_job_duration_seconds</c>, <c>opscenter_brigade_jobs_running</c>, <c>opscenter_brigade_keys_refused_total</c>.
/// </summary>
public sealed partial class JobLife
{
    private readonly IHostApplicationLifetime host;
    private readonly TimeProvider clock;
    private readonly ILogger<JobLife> logger;
    private readonly Counter<long> jobs;
    private readonly Counter<long> refusedKeys;
    private readonly Histogram<double> duration;

    /// <summary>Makes the instruments.</summary>
    public JobLife(IHostApplicationLifetime host, IMeterFactory meters, RecentJobs recent, TimeProvider clock, ILogger<JobLife> logger)
    {
        (this.host, this.clock, this.logger) = (host, clock, logger);
        var meter = meters.Create($"{StatusRegistration.OwnMeters}.Jobs");
        jobs = meter.CreateCounter<long>("opscenter.brigade.jobs", description: "Jobs that ended, by status and route class");
        refusedKeys = meter.CreateCounter<long>("opscenter.brigade.keys.refused", description: "Customers' own keys that a provider refused");
        duration = meter.CreateHistogram(
            "opscenter.brigade.job.duration",
            unit: "s",
            description: "Time from taking a job to its durable report",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120, 600] });
        meter.CreateObservableGauge("opscenter.brigade.jobs.running", () => recent.Running, description: "Jobs that run now");
    }

    /// <summary>Ends when Brigade is told to stop.</summary>
    public CancellationToken Stopping => host.ApplicationStopping;

    /// <summary>A point in time, to measure from.</summary>
    internal long Timestamp() => clock.GetTimestamp();

    /// <summary>Notes a job that ended.</summary>
    internal void Ended(JobPlan plan, JobOutcome outcome, long started)
    {
        var status = StatusWord(outcome.Status);
        jobs.Add(1, new TagList { { "status", status }, { "class", RateCardWords.Of(plan.Receipt.Class ?? plan.Route.Class) } });
        duration.Record(clock.GetElapsedTime(started).TotalSeconds);
        LogEnded(logger, plan.Request.JobId, status, plan.Route.Route, plan.Card.Version);
    }

    /// <summary>Notes that a provider refused a customer's own key.</summary>
    internal void KeyRefused(JobPlan plan, string provider)
    {
        refusedKeys.Add(1, new TagList { { "provider", provider } });
        LogKeyRefused(logger, provider, plan.Request.CustomerId, plan.Request.JobId);
    }

    /// <summary>The word of a job's status.</summary>
    internal static string StatusWord(JobStatus status) => status switch
    {
        JobStatus.Succeeded => "succeeded",
        JobStatus.Failed => "failed",
        JobStatus.Aborted => "aborted",
    };

    [LoggerMessage(3201, LogLevel.Debug, "Job {JobId} {Status} on {Route}, rate card {Version}")]
    private static partial void LogEnded(ILogger logger, string jobId, string status, string route, int version);

    [LoggerMessage(3202, LogLevel.Warning, "{Provider} refused the key of customer {CustomerId} for job {JobId}; the job goes on without it")]
    private static partial void LogKeyRefused(ILogger logger, string provider, string customerId, string jobId);
}
