using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpsCenter.Portal.Agents;
using OpsCenter.Portal.Billing;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Subscriptions;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Holds;
using OpsCenter.Portal.Usage.Overview;
using OpsCenter.Portal.Usage.Own;
using OpsCenter.Portal.Usage.Receipts;
using OpsCenter.Portal.Usage.Replays;

namespace OpsCenter.Bench.Pages;

/// <summary>A database with so many jobs, and the portal's own queries on it.</summary>
internal sealed class FilledDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly NpgsqlDataSource superuser;

    private FilledDatabase(int jobs, ServiceProvider services, NpgsqlDataSource superuser)
    {
        Jobs = jobs;
        this.services = services;
        this.superuser = superuser;
    }

    public int Jobs { get; }

    public static async Task<FilledDatabase> MakeAsync(BenchDatabase server, int jobs)
    {
        var name = $"jobs_{jobs}";
        await server.ExecuteAsync($"create database {name}");
        var services = new ServiceCollection()
            .AddOpsCenterDatabase(server.ConnectionStringOf(name))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddTransient<DatabasePreparation>()
            .AddMetrics()
            .AddLogging()
            .AddRateCards()
            .AddCustomers()
            .AddUsage()
            .AddReceipts()
            .AddHolds()
            .AddOverview()
            .AddSubscriptions()
            .AddBilling()
            .AddOwnUsage()
            .AddReplays()
            .AddAgents()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabasePreparation>().StartAsync(CancellationToken.None);
        await Filling.RunAsync(server, name, jobs);
        var superuser = server.SuperuserOf(name);
        await using var extension = superuser.CreateCommand("create extension pg_stat_statements");
        await extension.ExecuteNonQueryAsync();
        return new FilledDatabase(jobs, services, superuser);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    /// <summary>Milliseconds a call spends in the database, planning included: the mean of many calls, after some that are not counted.</summary>
    public async Task<double> TimeAsync(Func<FilledDatabase, Task> call, int times, TimeSpan limit)
    {
        const int warmUp = 3;
        await RepeatAsync(call, warmUp, limit);
        await ScalarAsync<string>("select pg_stat_statements_reset()::text");
        var done = await RepeatAsync(call, times, limit);
        return await ScalarAsync<double>(
            "select sum(total_plan_time + total_exec_time) from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) and query not like '%pg_stat_statements%'") / done;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await superuser.DisposeAsync();
    }

    private async Task<int> RepeatAsync(Func<FilledDatabase, Task> call, int times, TimeSpan limit)
    {
        var started = TimeProvider.System.GetTimestamp();
        var done = 0;

        for (; done < times && (done == 0 || TimeProvider.System.GetElapsedTime(started) < limit); done++)
        {
            await call(this);
        }

        return done;
    }
}
