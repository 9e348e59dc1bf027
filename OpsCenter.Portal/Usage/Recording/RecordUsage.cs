using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Usage.Recording;

/// <summary>
/// Records jobs: their keys, what was reported, and what they cost or why they wait. Reports of many requests share a transaction; the
/// answer comes only after its commit.
/// </summary>
public sealed class RecordUsage(UsageQueue queue, UsageMetrics metrics, TimeProvider clock)
{
    /// <summary>Records a report once, however often it comes.</summary>
    /// <param name="actor">A machine with <c>usage:write</c>, or the system.</param>
    /// <param name="report">A valid report.</param>
    /// <param name="cancellationToken">The sender went away: nothing is stored unless it is being written already.</param>
    public async Task<RecordUsageOutcome> HandleAsync(Actor actor, UsageReport report, CancellationToken cancellationToken) =>
        (await HandleAsync(actor, [report], cancellationToken))[0];

    /// <summary>Records reports that came together; each stands or falls alone, except that a full queue refuses all of them.</summary>
    /// <param name="actor">A machine with <c>usage:write</c>, or the system.</param>
    /// <param name="reports">Valid reports.</param>
    /// <param name="cancellationToken">The sender went away: nothing is stored unless it is being written already.</param>
    /// <returns>The outcomes in the order of the reports.</returns>
    /// <exception cref="OperationCanceledException">The sender went away before anything was written.</exception>
    public async Task<RecordUsageOutcome[]> HandleAsync(
        Actor actor, IReadOnlyList<UsageReport> reports, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.RecordUsage);

        if (reports.Count == 0)
        {
            return [];
        }

        var now = ToMicroseconds(clock.GetUtcNow());
        var submission = new UsageSubmission([.. reports.Select(report => Store(actor, report, now))], cancellationToken);
        var outcomes = queue.TryAdd(submission)
            ? await submission.Completion
            : [.. reports.Select(_ => new RecordUsageOutcome.Busy(MayBeStored: false))];
        metrics.Count(outcomes);

        return outcomes;
    }

    private static StoredUsage Store(Actor actor, UsageReport report, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), SourceOf(actor), actor.Subject, now, report.OccurredAt ?? now, report);

    private static string SourceOf(Actor actor) => actor switch
    {
        Actor.Machine machine => machine.Source,
        Actor.System system => system.Task,
        _ => throw new InvalidOperationException($"A {actor.Kind} is no source of usage."),
    };

    // What PostgreSQL keeps, so that the first answer and every later one speak of the same moment.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
