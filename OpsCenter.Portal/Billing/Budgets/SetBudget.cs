using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Billing.Budgets;

/// <summary>Sets, changes or removes the budget of a customer.</summary>
public sealed class SetBudget(IDbContextFactory<OpsCenterDbContext> contexts, BudgetQueries budgets, LiveMarks marks, TimeProvider clock)
{
    /// <summary>Largest budget, in whole units of the currency.</summary>
    public const decimal MaxAmount = 10_000_000m;

    private const string Upsert =
        """
        insert into budgets (organization_id, amount, currency, stops, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
        on conflict (organization_id) do update set amount = $2, currency = $3, stops = $4, changed_at = $5, changed_by = $6
        """;

    /// <summary>Sets it. Alerts that went out in the running period do not go out again.</summary>
    /// <param name="actor">Who may manage the customer's billing.</param>
    /// <param name="organizationId">The customer.</param>
    /// <param name="amount">Above 0, at most <see cref="MaxAmount"/>, whole minor units; null removes the budget.</param>
    /// <param name="stops">Whether no new job starts once it is reached.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <returns>Why the amount cannot be used; null when it was set.</returns>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, decimal? amount, bool stops, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ManageOwnBilling, Permission.ManageSubscriptions);
        var before = await budgets.OfAsync(actor, organizationId, cancellationToken);

        if (amount is null && before.Budget is null)
            return null;

        if (amount is { } wanted && (wanted is <= 0 or > MaxAmount || wanted != Rounding.To(wanted, before.Currency.MinorUnits)))
            return $"Enter an amount above 0, at most {MaxAmount:N0}, with at most {before.Currency.MinorUnits} decimals.";

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            amount is null ? "delete from budgets where organization_id = $1" : Upsert, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddAll(organizationId);

        if (amount is { } value)
            command.Parameters.AddAll(value, before.Currency.Code, stops, now.UtcDateTime, actor.Subject);

        await command.ExecuteNonQueryAsync(cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            amount is null ? "budget.removed" : "budget.set",
            "organization",
            organizationId.ToString(),
            StateOf(before.Budget),
            amount is { } set ? StateOf(new Budget(new Money(set, before.Currency), stops)) : null,
            OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        marks.Mark(LiveTopic.Usage);

        return null;
    }

    private static object? StateOf(Budget? budget) => budget is null
        ? null
        : new { Amount = DecimalText.Format(budget.Amount.Amount), Currency = budget.Amount.Currency.Code, budget.Stops };
}
