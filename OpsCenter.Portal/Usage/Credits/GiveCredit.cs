using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Ledger;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Gives a customer money back: a ledger entry of its own, which changes no job's price. Credit, entry and audit row are one transaction.</summary>
public sealed class GiveCredit(
    IDbContextFactory<OpsCenterDbContext> contexts, CustomerQueries customers, RateCardQueries rateCards, LiveMarks marks, TimeProvider clock)
{
    /// <summary>Gives it. Trying again with the same id gives nothing more.</summary>
    /// <exception cref="AccessDeniedException">The actor may not give credits.</exception>
    public async Task<GiveCreditOutcome> HandleAsync(Actor actor, GiveCreditInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.GiveCredits);

        if (CorrectionReason.ProblemWith(input.Reason) is { } problem)
            return new GiveCreditOutcome.ReasonRefused(problem);

        if (input.Amount is <= 0 or > GiveCreditInput.MaxAmount || Rounding.Fee(input.Amount) != input.Amount)
            return new GiveCreditOutcome.AmountRefused($"Enter an amount above 0, at most {GiveCreditInput.MaxAmount:N0}, with at most {Rounding.FeeDecimals} decimals.");

        if ((await customers.NamesAsync(actor, [input.OrganizationId], cancellationToken)).Count == 0)
            return new GiveCreditOutcome.Refused("This customer does not exist.");

        var currency = (await rateCards.CurrentAsync(actor, cancellationToken)).Content.Currency;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await JobLock.TakeAsync(db, input.JobEventId ?? input.Id, cancellationToken);
        var amount = new Money(input.Amount, currency);

        if (await CreditTables.IsKnownAsync(connection, input.Id, cancellationToken))
            return new GiveCreditOutcome.Given();

        if (await RefuseForJobAsync(connection, input, amount, cancellationToken) is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        var credit = new Credit(input.Id, input.OrganizationId, amount, input.JobEventId, input.Reason.Trim(), now, "");

        await CreditTables.InsertAsync(connection, credit, actor.Subject, cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "credit.given",
            "credit",
            input.Id.ToString(),
            After: new { Amount = DecimalText.Format(amount.Amount), Currency = currency.Code, Job = input.JobEventId },
            Reason: input.Reason.Trim(),
            OrganizationId: input.OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);

        return new GiveCreditOutcome.Given();
    }

    private static async Task<GiveCreditOutcome?> RefuseForJobAsync(
        NpgsqlConnection connection, GiveCreditInput input, Money amount, CancellationToken cancellationToken)
    {
        if (input.JobEventId is not { } eventId)
            return null;

        var job = await StoredJobReader.FindAsync(connection, eventId, cancellationToken);

        return job switch
        {
            null => new GiveCreditOutcome.Refused("There is no such job."),
            _ when job.OrganizationId != input.OrganizationId => new GiveCreditOutcome.Refused("This job belongs to another customer."),
            { Credited: not null } => new GiveCreditOutcome.Refused("This job was credited already.") { IsCreditedAlready = true },
            { ChargeInForce: null } => new GiveCreditOutcome.Refused("Nothing is charged for this job."),
            { ChargeInForce.Price.Total: var total } when amount > total =>
                new GiveCreditOutcome.AmountRefused($"This job was charged {total}; give no more than that."),
            _ => null,
        };
    }
}
