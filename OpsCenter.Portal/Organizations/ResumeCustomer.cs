using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Organizations;

/// <summary>Allows a suspended customer new jobs again.</summary>
public sealed class ResumeCustomer(CustomerChange change)
{
    /// <summary>Resumes it, with an audit row, unless somebody changed it since the reader saw it.</summary>
    /// <param name="actor">Somebody who may manage customers.</param>
    /// <param name="seen">The customer as the reader saw it.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<ChangeCustomerOutcome> HandleAsync(Actor actor, CustomerRow seen, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);

        return await change.ApplyAsync(actor, seen, "customer.resumed", (customer, _) => customer.Resume(), cancellationToken);
    }
}
