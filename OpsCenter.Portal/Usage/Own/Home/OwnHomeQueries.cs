using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Own.Home;

/// <summary>Reads what a customer sees first.</summary>
public sealed class OwnHomeQueries(OwnUsageQueries usages, SubscriptionQueries subscriptions, BillingHomeQueries billing, JobQueries jobs)
{
    private const int NewestJobs = 5;

    /// <summary>Reads it.</summary>
    /// <exception cref="AccessDeniedException">The actor may not see this customer's jobs.</exception>
    public async Task<OwnHome> GetAsync(Actor actor, Guid organizationId, CancellationToken cancellationToken)
    {
        AccessPolicy.DemandAbout(actor, organizationId, Permission.ViewOwnJobs, Permission.ViewAllJobs);
        var seesBilling = AccessPolicy.AllowsAbout(actor, organizationId, Permission.ViewOwnBilling, Permission.ViewBilling);
        var usage = await usages.GetAsync(actor, organizationId, OwnPeriod.Current, OwnDimension.Agent, cancellationToken);
        var view = await subscriptions.OfAsync(actor, organizationId, cancellationToken);
        var home = seesBilling ? await billing.GetAsync(actor, organizationId, cancellationToken) : null;
        var newest = await jobs.ListAsync(actor, JobFilter.None with { CustomerId = organizationId }, cursor: null, NewestJobs, cancellationToken);

        return new OwnHome(usage, view, home, newest with { ShowsCosts = false, ShowsCustomers = false }, [.. Attention.Of(view, usage, home)]);
    }
}
