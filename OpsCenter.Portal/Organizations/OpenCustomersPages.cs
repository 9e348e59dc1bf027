using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>Lets an operator look at the pages of a customer, and notes that they did.</summary>
public sealed class OpenCustomersPages(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Writes the audit row.</summary>
    /// <returns>The customer's name; null when there is no such customer.</returns>
    /// <exception cref="AccessDeniedException">The actor may not see customers.</exception>
    public async Task<string?> HandleAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ViewCustomers);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken);

        if (name is null)
            return null;

        AuditTrail.Append(db, actor, clock.GetUtcNow(), new AuditRecord(
            "customer.pages_opened", CustomerChange.SubjectType, organizationId.ToString(), OrganizationId: organizationId));
        await db.SaveChangesAsync(cancellationToken);

        return name;
    }
}
