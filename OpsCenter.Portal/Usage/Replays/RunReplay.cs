using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Usage.Replays;

namespace OpsCenter.Portal.Usage.Replays;

/// <summary>
/// Prices every charged job of a real period again, with a draft or a version, and compares with what the ledger says was charged. Changes no
/// price; what came out is kept, so that it can be compared with what happens once such prices are published.
/// </summary>
public sealed class RunReplay(ReplayCards cards, ReplayJobs jobs, ReplayTable table, TimeProvider clock) : IDisposable
{
    // One at a time in an instance: each takes a whole connection and most of a core.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    /// <summary>Runs it; a second one waits for the first.</summary>
    /// <param name="actor">Whoever may edit rate cards and see the jobs of all customers.</param>
    /// <param name="input">Which prices over which period.</param>
    /// <param name="progress">Told every ten thousand jobs; null when nobody watches.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    /// <exception cref="AccessDeniedException">The actor may not edit rate cards or not see all jobs.</exception>
    public async Task<ReplayOutcome> HandleAsync(
        Actor actor, RunReplayInput input, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.EditRateCard);
        AccessPolicy.Demand(actor, Permission.ViewAllJobs);

        if (ProblemWith(input) is { } problem)
            return new ReplayOutcome.Refused(problem);

        switch (await cards.FindAsync(actor, input.Version, cancellationToken))
        {
            case ReplayCardOutcome.Unreadable unreadable:
                return new ReplayOutcome.Refused(unreadable.Explanation);
            case ReplayCardOutcome.Found found:
                var result = await ReplayAsync(found.Card, input, progress, cancellationToken);
                return result is { Total.Jobs: 0, Holds.Jobs: 0 }
                    ? new ReplayOutcome.NothingToReplay()
                    : new ReplayOutcome.Done(await table.AddAsync(actor, found.Card, input, result, clock.GetUtcNow(), cancellationToken));
            case var other:
                throw new InvalidOperationException($"Nothing is known about {other}.");
        }
    }

    private async Task<ReplayResult> ReplayAsync(
        ReplayCard card, RunReplayInput input, IProgress<ReplayProgress>? progress, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);

        try
        {
            // Millions of jobs are one long calculation; whoever asked stays free to show how far it is and to stop it.
            return await Task.Run(() => jobs.RunAsync(card.ToCard(), input.From, input.Until, progress, cancellationToken), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private static string? ProblemWith(RunReplayInput input) =>
        input.Until <= input.From ? "The period must end after it begins."
        : input.Until - input.From > RunReplayInput.MaxPeriod ? $"Choose a period of at most {RunReplayInput.MaxPeriod.Days} days."
        : null;
}
