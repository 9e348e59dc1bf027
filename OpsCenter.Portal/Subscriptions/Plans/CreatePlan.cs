using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Subscriptions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;

namespace OpsCenter.Portal.Subscriptions.Plans;

/// <summary>Adds a plan, for everybody or for one customer. It can be chosen at once.</summary>
public sealed class CreatePlan(
    IDbContextFactory<OpsCenterDbContext> contexts, CustomerQueries customers, RateCardQueries rateCards, TimeProvider clock)
{
    /// <summary>Adds it with its first version and an audit row.</summary>
    /// <exception cref="AccessDeniedException">The actor may not manage plans.</exception>
    public async Task<PlanOutcome> HandleAsync(Actor actor, CreatePlanInput input, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManagePlans);
        var currency = (await rateCards.CurrentAsync(actor, cancellationToken)).Content.Currency;
        var problems = new Dictionary<PlanField, string>(PlanTermsRule.ProblemsWith(input.Terms, currency));

        if (PlanTermsRule.ProblemWithCode(input.Code) is { } problem)
            problems[PlanField.Code] = problem;

        if (problems.Count > 0)
            return new PlanOutcome.Invalid(problems);

        if (input.OrganizationId is { } customer && (await customers.NamesAsync(actor, [customer], cancellationToken)).Count == 0)
            return new PlanOutcome.Refused("This customer does not exist.");

        var now = clock.GetUtcNow();
        var version = input.Terms.ToVersion(Guid.CreateVersion7(now), input.Code, 1, currency);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        if (!await PlanRows.InsertAsync(connection, input.Code, input.OrganizationId, now, cancellationToken))
            return new PlanOutcome.Invalid(new Dictionary<PlanField, string> { [PlanField.Code] = "There is a plan with this code." });

        await PlanVersionRows.InsertAsync(connection, version, now, actor.Subject, cancellationToken);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "plan.created", "plan", version.Code, After: PlanRows.StateOf(version), OrganizationId: input.OrganizationId));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return new PlanOutcome.Done(version);
    }
}
