using Microsoft.EntityFrameworkCore;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Organizations;

/// <summary>Makes a new customer, active at once.</summary>
public sealed class CreateCustomer(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Creates it, with its audit row.</summary>
    /// <param name="actor">Somebody who may manage customers.</param>
    /// <param name="name">Its name; spaces around it are dropped. Two customers may share a name, their ids tell them apart.</param>
    /// <param name="cancellationToken">Nothing is created when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<CreateCustomerOutcome> HandleAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);

        if (Organization.ProblemWithName(name) is { } problem)
            return new CreateCustomerOutcome.Invalid(problem);

        var now = clock.GetUtcNow();
        var customer = new Organization(Guid.CreateVersion7(now), name.Trim(), now);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Organizations.Add(customer);
        AuditTrail.Append(db, actor, now, new AuditRecord(
            "customer.created", CustomerChange.SubjectType, customer.Id.ToString(), After: CustomerChange.StateOf(customer), OrganizationId: customer.Id));
        await db.SaveChangesAsync(cancellationToken);

        return new CreateCustomerOutcome.Created(customer.Id, customer.Name);
    }
}
