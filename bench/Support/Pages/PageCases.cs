using OpsCenter.Domain.Accounts;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Jobs;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Own;

namespace OpsCenter.Bench.Pages;

/// <summary>What pages ask the database for, each with the classes the page itself uses.</summary>
internal static class PageCases
{
    private const int PageSize = 50;
    private static readonly Guid Customer = new("00000000-0000-7000-8000-000000000003");
    private static readonly Guid Reader = new("00000000-0000-7000-8000-0000000000aa");
    private static readonly Actor Operator = new Actor.User(Reader, PlatformRole.Admin, null, null);
    private static readonly Actor Member = new Actor.User(Reader, null, Customer, OrganizationRole.Owner);

    /// <summary>Every case by name.</summary>
    public static IReadOnlyList<(string Name, Func<FilledDatabase, Task> Call)> All { get; } =
    [
        Jobs("newest", JobFilter.None),
        ("jobs: last page", LastPageAsync),
        Jobs("one customer", new JobFilter { CustomerId = Customer }),
        ("jobs: as a customer", database => ListAsync(database, Member, JobFilter.None, null)),
        Jobs("an agent", new JobFilter { Agent = "code_generator" }),
        Jobs("an agent that never ran", new JobFilter { Agent = Filling.AgentThatNeverRan }),
        Jobs("a customer, an agent that never ran", new JobFilter { CustomerId = Customer, Agent = Filling.AgentThatNeverRan }),
        Jobs("a route of one job in 1,500", new JobFilter { Route = Filling.RareRoute }),
        Jobs("held", new JobFilter { State = JobState.Held }),
        Jobs("repriced", new JobFilter { State = JobState.Repriced }),
        Jobs("voided", new JobFilter { State = JobState.Voided }),
        ("jobs: last month", database => ListAsync(database, Operator, LastMonth(), null)),
        ("jobs: found by key", database => ListAsync(database, Operator, new JobFilter { JobId = "job-000000012345" }, null)),
        ("jobs: menus of agents and routes", database => database.Get<JobChoiceQueries>().FindAsync(Operator, CancellationToken.None)),
        ("holds: what waits and how much it may be", database => database.Get<HoldQueries>().SummaryAsync(Operator, CancellationToken.None)),
        ("holds: grouped by what is missing", database => database.Get<HoldQueries>().GroupsAsync(Operator, CancellationToken.None)),
        ("holds: newest", database => database.Get<HoldQueries>().ListAsync(Operator, new HoldFilter(), null, PageSize, CancellationToken.None)),
        Overview("today", OverviewPeriod.Today),
        Overview("7 days", OverviewPeriod.Last7Days),
        Overview("30 days", OverviewPeriod.Last30Days),
        Overview("last month", OverviewPeriod.LastMonth),
        OwnUsage("by agent", OwnPeriod.Current, OwnDimension.Agent),
        OwnUsage("30 days by member", OwnPeriod.Last30Days, OwnDimension.Member),
        OwnUsage("by tool", OwnPeriod.Current, OwnDimension.Tool),
    ];

    private static (string Name, Func<FilledDatabase, Task> Call) Jobs(string name, JobFilter filter) =>
        ($"jobs: {name}", database => ListAsync(database, Operator, filter, null));

    private static (string Name, Func<FilledDatabase, Task> Call) Overview(string name, OverviewPeriod period) =>
        ($"overview: {name}", database => database.Get<OverviewQueries>().GetAsync(Operator, period, OverviewScope.All, CancellationToken.None));

    private static (string Name, Func<FilledDatabase, Task> Call) OwnUsage(string name, OwnPeriod period, OwnDimension dimension) =>
        ($"customer's usage: {name}", database => database.Get<OwnUsageQueries>().GetAsync(Member, Customer, period, dimension, CancellationToken.None));

    private static JobFilter LastMonth() => new() { Days = DayRange.Of(JobPeriod.LastMonth, null, null, TimeProvider.System.GetUtcNow()) };

    private static async Task LastPageAsync(FilledDatabase database)
    {
        var beforeTheEnd = TimeProvider.System.GetUtcNow().AddDays(-90) + (TimeSpan.FromDays(90) * ((double)PageSize / database.Jobs));
        await ListAsync(database, Operator, JobFilter.None, new JobCursor(beforeTheEnd, Guid.Empty, JobCursorDirection.Older));
    }

    private static Task<JobList> ListAsync(FilledDatabase database, Actor actor, JobFilter filter, JobCursor? cursor) =>
        database.Get<JobQueries>().ListAsync(actor, filter, cursor, PageSize, CancellationToken.None);
}
