using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Usage.Credits;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>Decides what a likely duplicate is: gives the customer its price back, or lets it stand.</summary>
public sealed class ResolveDuplicate(NpgsqlDataSource database, GiveCredit giveCredit, LiveMarks marks, TimeProvider clock)
{
    private const string Settle =
        """
        update likely_duplicates set state = $2, resolved_at = $3, resolved_by = $4
        where event_id = $1 and state = 'open'
        """;

    /// <summary>Gives back what the job costs, as a credit that names it. Pressed twice, or by two operators, it gives once.</summary>
    /// <returns>Null when done, else why not.</returns>
    /// <exception cref="AccessDeniedException">The actor may not give credits.</exception>
    public async Task<string?> CreditAsync(Actor actor, LikelyDuplicate duplicate, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.GiveCredits);
        var now = clock.GetUtcNow();
        var input = new GiveCreditInput(
            Guid.CreateVersion7(now), duplicate.OrganizationId, duplicate.Total.Amount, $"Reported twice: the same as job {duplicate.OriginalEventId}", duplicate.EventId);

        switch (await giveCredit.HandleAsync(actor, input, cancellationToken))
        {
            case GiveCreditOutcome.Given:
            case GiveCreditOutcome.Refused { IsCreditedAlready: true }: // by an earlier try that ended half-way, or by a colleague
                await SettleAsync(actor, duplicate, DuplicateState.Credited, now, cancellationToken);
                return null;
            case GiveCreditOutcome.AmountRefused refused:
                return refused.Message;
            case GiveCreditOutcome.Refused refused:
                return refused.Message;
            case var outcome:
                throw new InvalidOperationException($"A credit for a duplicate never ends with {outcome}.");
        }
    }

    /// <summary>Lets it stand: it was a job of its own.</summary>
    /// <exception cref="AccessDeniedException">The actor may not give credits.</exception>
    public async Task DismissAsync(Actor actor, LikelyDuplicate duplicate, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.GiveCredits);
        await SettleAsync(actor, duplicate, DuplicateState.Dismissed, clock.GetUtcNow(), cancellationToken);
    }

    private async Task SettleAsync(Actor actor, LikelyDuplicate duplicate, DuplicateState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Settle);
        command.Parameters.AddAll(duplicate.EventId, EnumText<DuplicateState>.Of(state), now, actor.Subject);
        await command.ExecuteNonQueryAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);
    }
}
