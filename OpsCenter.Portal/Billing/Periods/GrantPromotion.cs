using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Gives a customer included usage beside its plan's: jobs use it up before the plan's allowance.</summary>
public sealed class GrantPromotion(
    IDbContextFactory<OpsCenterDbContext> contexts, CustomerQueries customers, RateCardQueries rateCards, LiveMarks marks, TimeProvider clock)
{
    private const int MaxReasonLength = 500;

    // Before the allowance, which comes back every period.
    private const int Priority = 10;

    private const string Insert =
        """
        insert into credit_grants (id, organization_id, kind, amount, currency, priority, valid_from, expires_at, granted_at, granted_by, reason)
        values ($1, $2, 'promotion', $3, $4, $5, $6, $7, $6, $8, $9) on conflict (id) do nothing
        """;

    /// <summary>Gives it. Trying again with the same id gives nothing more.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage subscriptions.</exception>
    public async Task<GrantPromotionOutcome> HandleAsync(Actor actor, GrantPromotionInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageSubscriptions);

        if (ProblemWith(input) is { } problem)
            return problem;

        if ((await customers.NamesAsync(actor, [input.OrganizationId], cancellationToken)).Count == 0)
            return new GrantPromotionOutcome.Refused("This customer does not exist.");

        var currency = (await rateCards.CurrentAsync(actor, cancellationToken)).Content.Currency;
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Insert, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddAll(
            input.Id, input.OrganizationId, input.Amount, currency.Code, Priority, now.UtcDateTime, now.AddDays(input.Days).UtcDateTime, actor.Subject, input.Reason.Trim());

        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            return new GrantPromotionOutcome.Given();

        AuditTrail.Append(db, actor, now, new AuditRecord(
            "credit_grant.given",
            "credit_grant",
            input.Id.ToString(),
            After: new { Amount = DecimalText.Format(input.Amount), Currency = currency.Code, input.Days },
            Reason: input.Reason.Trim(),
            OrganizationId: input.OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);

        return new GrantPromotionOutcome.Given();
    }

    private static GrantPromotionOutcome.Invalid? ProblemWith(GrantPromotionInput input)
    {
        if (input.Amount is <= 0 or > GrantPromotionInput.MaxAmount || input.Amount != Rounding.To(input.Amount, 2))
            return new GrantPromotionOutcome.Invalid(GrantPromotionField.Amount, $"Enter an amount above 0, at most {GrantPromotionInput.MaxAmount:N0}, with at most 2 decimals.");

        if (input.Days is < 1 or > GrantPromotionInput.MaxDays)
            return new GrantPromotionOutcome.Invalid(GrantPromotionField.Days, $"Enter 1 to {GrantPromotionInput.MaxDays} days.");

        return input.Reason.Trim().Length is 0 or > MaxReasonLength
            ? new GrantPromotionOutcome.Invalid(GrantPromotionField.Reason, $"Enter a reason of at most {MaxReasonLength} characters. The customer reads it.")
            : null;
    }
}
