using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Organizations;

/// <summary>Stops a customer's new jobs. What ran all the same is still recorded and priced.</summary>
public sealed class SuspendCustomer(CustomerChange change)
{
    /// <summary>Suspends it, with an audit row, unless somebody changed it since the reader saw it.</summary>
    /// <param name="actor">Somebody who may manage customers.</param>
    /// <param name="seen">The customer as the reader saw it.</param>
    /// <param name="cancellationToken">Nothing is changed when it comes before the commit.</param>
    /// <exception cref="AccessDeniedException">The actor may not.</exception>
    public async Task<ChangeCustomerOutcome> HandleAsync(Actor actor, CustomerRow seen, CancellationToken cancellationToken)
    {
        AccessPolicy.Demand(actor, Permission.ManageCustomers);

        return await change.ApplyAsync(actor, seen, "customer.suspended", (customer, now) => customer.Suspend(now), cancellationToken);
    }
}
