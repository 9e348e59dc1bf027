using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Agents;
using OpsCenter.Portal.Usage.Agents;
using OpsCenter.Portal.Usage.Overview;

namespace OpsCenter.Bench.Pages;

/// <summary>Whether the pages about agents stay as fast with a hundred times the jobs.</summary>
public static class AgentsBench
{
    private const string Agent = "research_pro";
    private static readonly Actor Operator = new Actor.User(new Guid("00000000-0000-7000-8000-0000000000aa"), PlatformRole.Admin, null, null);

    private static IReadOnlyList<(string Name, Func<FilledDatabase, Task> Call)> Cases { get; } =
    [
        ("list of agents", ListAsync),
        .. Enum.GetValues<OverviewPeriod>().Select(period => ($"page of an agent: {period}", PageOf(period))),
        ("part of it: its settings and the last 30 days", SettingsAsync),
        ("part of it: its figures, 30 days", database => FiguresAsync(database, OverviewPeriod.Last30Days)),
        ("part of it: its prices, failures and ceilings, 30 days", database => PricesAsync(database, OverviewPeriod.Last30Days)),
    ];

    public static Task<int> RunAsync(string[] args) => SizeComparison.RunAsync(args, Cases, _ => Task.CompletedTask);

    private static Func<FilledDatabase, Task> PageOf(OverviewPeriod period) => async database =>
    {
        await SettingsAsync(database);
        await FiguresAsync(database, period);
        await PricesAsync(database, period);
    };

    private static async Task ListAsync(FilledDatabase database) =>
        await database.Get<AgentQueries>().ListAsync(Operator, new AgentFilter(null, null, AgentSort.RevenueDescending, 1, 50), CancellationToken.None);

    private static async Task SettingsAsync(FilledDatabase database) => await database.Get<AgentQueries>().FindAsync(Operator, Agent, CancellationToken.None);

    private static async Task FiguresAsync(FilledDatabase database, OverviewPeriod period) =>
        await database.Get<OverviewQueries>().GetAsync(Operator, period, new OverviewScope(Agent: Agent), CancellationToken.None);

    private static async Task PricesAsync(FilledDatabase database, OverviewPeriod period) =>
        await database.Get<AgentPriceQueries>().GetAsync(Operator, Agent, Currency.Usd, period, CancellationToken.None);
}
