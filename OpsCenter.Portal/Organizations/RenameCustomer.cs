using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;

namespace OpsCenter.Portal.Organizations;

/// <summary>Gives a customer another name. Its id and its money stay.</summary>
public sealed class RenameCustomer(CustomerChange change)
{
    /// <summary>Renames it, with an audit row, unless somebody changed it since the reader saw it.</summary>
    /// <param name="actor">Somebody who may manage customers.</param>
    /// <param name="seen">The customer as the reader saw it.</param>
    /// <param name="name">The new name; spaces around it are dropped.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<ChangeCustomerOutcome> HandleAsync(Actor actor, CustomerRow seen, string name, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);

        if (Organization.ProblemWithName(name) is { } problem)
            return new ChangeCustomerOutcome.Invalid(problem);

        return await change.ApplyAsync(actor, seen, "customer.renamed", (customer, _) => customer.Rename(name.Trim()), cancellationToken);
    }
}
