using System.Diagnostics;
using System.Net.Http.Headers;
using OpsCenter.Bench.Load;

namespace OpsCenter.Bench.Usage;

/// <summary>Everything that runs during the benchmark: one PostgreSQL, the published portal and the bare server on it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Token = "bench-brigade-key-0123456789abcdef";
    private const string CardPath = "/api/v1/pricing/rate-card";
    private const int Customers = 20;
    private readonly int serverId;

    private Stage(BenchDatabase database, int serverId, ServerProcess portal, ServerProcess bare, IReadOnlyList<Guid> customerIds)
    {
        (Database, Portal, Bare, CustomerIds) = (database, portal, bare, customerIds);
        this.serverId = serverId;
    }

    public BenchDatabase Database { get; }

    public ServerProcess Portal { get; }

    public ServerProcess Bare { get; }

    public IReadOnlyList<Guid> CustomerIds { get; }

    public static async Task<Stage> SetAsync(Arguments arguments)
    {
        var database = await BenchDatabase.StartAsync();
        var program = arguments.Text("portal") ?? await Sources.PublishPortalAsync(database.Folder.Combine("portal"));
        var firstPort = arguments.Number("port", 8210);
        var portal = await StartPortalAsync(program, database, new Uri($"http://127.0.0.1:{firstPort}"));
        await database.ExecuteAsync(BareServer.Table);
        var bare = await StartBareAsync(database, portal, new Uri($"http://127.0.0.1:{firstPort + 1}"));
        var now = TimeProvider.System.GetUtcNow();
        var customers = Enumerable.Range(0, Customers).Select(_ => Guid.CreateVersion7(now)).ToList();
        await database.ExecuteAsync(
            "insert into organizations (id, name, status, created_at) values "
            + string.Join(',', customers.Select((id, number) => $"('{id}', 'Customer {number}', 'active', now())")));
        return new Stage(database, await database.ServerIdAsync(), portal, bare, customers);
    }

    /// <summary>Runs one side and adds what it took of the cores.</summary>
    public (T Result, CoreShare Seconds, double Elapsed) Watch<T>(Func<T> run)
    {
        var (before, started) = (Times(), Stopwatch.GetTimestamp());
        var result = run();
        return (result, Times() - before, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Sides take turns, so that what changes with time touches each the same way.</summary>
    public IReadOnlyList<SideResult> Alternate(IReadOnlyList<Side> sides, int rounds, Func<Side, LoadResult> run)
    {
        var results = sides.ToDictionary(side => side, _ => new List<(LoadResult Result, CoreShare Seconds, double Elapsed)>());

        for (var round = 0; round < rounds; round++)
        {
            foreach (var side in sides)
            {
                results[side].Add(Watch(() => run(side)));
            }
        }

        return [.. sides.Select(side => new SideResult(
            side.Name,
            [.. results[side].Select(r => r.Result)],
            results[side].Aggregate(default(CoreShare), (sum, r) => sum + r.Seconds) / results[side].Sum(r => r.Elapsed)))];
    }

    public async ValueTask DisposeAsync()
    {
        Bare.Dispose();
        Portal.Dispose();
        await Database.DisposeAsync();
    }

    private CoreShare Times() => new(
        ProcessTimes.Of(Portal.Id), ProcessTimes.Of(Bare.Id), ProcessTimes.OfTree(serverId), ProcessTimes.Of(Environment.ProcessId));

    private static Task<ServerProcess> StartPortalAsync(string program, BenchDatabase database, Uri address) =>
        ServerProcess.StartAsync(["dotnet", program], address, "/health/ready", new Dictionary<string, string>
        {
            ["OPSCENTER_DATA"] = database.Folder.Combine("data"),
            ["OPSCENTER_URLS"] = address.ToString(),
            ["OPSCENTER_BRIGADE_KEY"] = Token,
            ["ConnectionStrings__OpsCenter"] = database.ConnectionString,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        });

    private static async Task<ServerProcess> StartBareAsync(BenchDatabase database, ServerProcess portal, Uri address)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var card = database.Folder.Combine("card.json");
        await File.WriteAllBytesAsync(card, await client.GetByteArrayAsync(new Uri(CardPath, UriKind.Relative)));
        var self = Environment.ProcessPath ?? throw new InvalidOperationException("This program has no path.");
        // The portal collects garbage as a server does; so must its rival.
        return await ServerProcess.StartAsync(
            [self, BareServer.Command, address.ToString(), database.ConnectionString, card], address, "/",
            new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" });
    }
}
