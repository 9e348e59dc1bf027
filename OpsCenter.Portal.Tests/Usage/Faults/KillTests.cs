using System.Diagnostics;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Hosting.EmbeddedDatabase;
using OpsCenter.Portal.Tests.Hosting;
using OpsCenter.Portal.Tests.Support;
using OpsCenter.Portal.Tests.Usage.Recording;
using Xunit;
using Xunit.Abstractions;

namespace OpsCenter.Portal.Tests.Usage.Faults;

/// <summary>A real portal and its real PostgreSQL, killed in turn while they answer.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int PortalKills = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestFolder folder = new();

    private ClusterLocation Location => ClusterLocation.For(folder.Data, Environment.IsPrivilegedProcess, Reports.Now);

    public void Dispose() => folder.Remove();

    [Fact]
    public async Task Twenty_kills_of_portal_and_database_lose_no_acknowledged_job_and_repeat_none()
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        var customerId = Guid.CreateVersion7(Reports.Now).ToString();
        var runtime = new Runtime(new JobMaker(customerId, TimeProvider.System.GetUtcNow()), seed);

        for (var round = 0; round < PortalKills; round++)
        {
            using var portal = PortalProcess.Start(folder.Data, []);
            await portal.ReadyAsync();
            await EnsureCustomerAsync(customerId);
            var sending = runtime.SendAsync(portal.Address, CancellationToken.None);

            // Once and twice in turn: twelve times in all.
            for (var kill = 0; kill <= round % 2; kill++)
            {
                await RandomMomentAsync(runtime, random);
                await KillDatabaseAsync(random);
            }

            await RandomMomentAsync(runtime, random);
            portal.Kill();
            await Task.WhenAll(sending, portal.EndAsync());
            output.WriteLine($"Portal {round + 1}: {runtime.Answers.Taken.Count} acknowledged, {runtime.Answers.Open.Count} open, {runtime.Answers.Busy} busy");
        }

        using var last = PortalProcess.Start(folder.Data, []);
        await last.ReadyAsync();
        await runtime.SettleAsync(last.Address);
        await using (var database = Open())
        {
            await StoredJobs.ShouldBeAsPromisedAsync(database, runtime.Answers);
        }

        await last.SignalAsync("TERM");
        await last.EndAsync();
    }

    // Some answers later, and then at any point of whatever is being done.
    private static async Task RandomMomentAsync(Runtime runtime, Random random)
    {
        await runtime.UntilMoreAsync(random.Next(1, 250));
        Thread.SpinWait(random.Next(200_000));
    }

    // The server as a whole, or one of its sessions, after which it ends all others and recovers by itself. It may still be on its way
    // back from the last time: then there is nothing to kill yet.
    private async Task KillDatabaseAsync(Random random)
    {
        using var limit = new CancellationTokenSource(Patience);
        var isSession = random.Next(2) == 0;

        while (!TryKill(isSession ? await SessionAsync() : PostmasterFile.Read(Location.Cluster)?.ProcessId))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    private static bool TryKill(int? id)
    {
        try
        {
            using var process = id is { } known ? Process.GetProcessById(known) : null;
            process?.Kill();

            return process is not null;
        }
        catch (ArgumentException) // it ended by itself
        {
            return false;
        }
    }

    private async Task<int?> SessionAsync()
    {
        try
        {
            await using var database = Open();
            await using var command = database.CreateCommand(
                "select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() order by state_change desc limit 1");

            return (int?)await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException exception) when (DatabaseFailure.IsAway(exception))
        {
            return null;
        }
    }

    private async Task EnsureCustomerAsync(string customerId)
    {
        await using var database = Open();
        await using var command = database.CreateCommand(
            $"insert into organizations (id, name, status, created_at) values ('{customerId}', 'Example', 'active', now()) on conflict do nothing");
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlDataSource Open() => NpgsqlDataSource.Create(EmbeddedPostgres.ConnectionStringOf(Location.SocketFolder) + ";Pooling=false");
}
