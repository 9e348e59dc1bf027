using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell;
using OpsCenter.Portal.Shell.Search;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Search;

/// <summary>Finds customers, agents and routes by a part of their name, and jobs by their whole id or key.</summary>
internal sealed class RecordSearch(CurrentActor current, CustomerQueries customers, RateCardQueries rateCards, JobQueries jobs) : ISearchSource
{
    private const int MaxJobs = 5;
    private const int MaxNames = 6;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
            return [];

        var actor = await current.GetAsync(cancellationToken);

        return
        [
            .. await JobsAsync(actor, text, cancellationToken),
            .. await CustomersAsync(actor, text, cancellationToken),
            .. await PricesAsync(actor, text, cancellationToken),
        ];
    }

    private async Task<IEnumerable<SearchHit>> JobsAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.Allows(actor, Permission.ViewAllJobs) && !AccessPolicy.Allows(actor, Permission.ViewOwnJobs))
            return [];

        var found = await jobs.ListAsync(actor, new JobFilter { JobId = text }, cursor: null, MaxJobs, cancellationToken);

        return found.Rows.Select(job => new SearchHit(SearchGroup.Jobs, $"Receipt {job.EventId}", $"{job.Agent}, {TimeFormat.Utc(job.OccurredAt)}")
        {
            Href = PortalUrls.Job(job.EventId.ToString()),
        });
    }

    private async Task<IEnumerable<SearchHit>> CustomersAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.Allows(actor, Permission.ViewCustomers))
            return [];

        var found = await customers.SuggestAsync(actor, text, cancellationToken);

        return found.Select(customer => new SearchHit(SearchGroup.Customers, customer.Name, customer.Id.ToString()) { Href = PortalUrls.Customer(customer.Id) });
    }

    private async Task<IEnumerable<SearchHit>> PricesAsync(Actor actor, string text, CancellationToken cancellationToken)
    {
        if (!AccessPolicy.Allows(actor, Permission.ViewRateCard))
            return [];

        var card = (await rateCards.CurrentAsync(actor, cancellationToken)).Content;
        var agents = card.Agents.Select(agent => agent.Name).Where(Matches).Take(MaxNames)
            .Select(name => new SearchHit(SearchGroup.Agents, name, "its jobs") { Href = PortalUrls.JobsWith("agent", name) });
        var routes = card.Routes.Select(route => route.Route).Where(Matches).Take(MaxNames)
            .Select(name => new SearchHit(SearchGroup.Routes, name, "its jobs") { Href = PortalUrls.JobsWith("route", name) });

        return agents.Concat(routes);

        bool Matches(string name) => name.Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}
