using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Data.Live;

namespace OpsCenter.Portal.Tests.Data.Live;

/// <summary>What carries marks in one instance of the portal, and nothing else of it.</summary>
internal sealed class LiveInstance : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private LiveInstance(string connectionString, TimeProvider? clock) => services = new ServiceCollection()
        .AddOpsCenterDatabase(connectionString)
        .AddSingleton(clock ?? TimeProvider.System)
        .AddLogging()
        .AddHostedService<LiveListener>()
        .AddHostedService<LiveSender>()
        .BuildServiceProvider();

    public LiveMarks Marks => services.GetRequiredService<LiveMarks>();

    public NpgsqlDataSource Database => services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<LiveInstance> StartAsync(string connectionString, TimeProvider? clock = null)
    {
        var instance = new LiveInstance(connectionString, clock);

        foreach (var service in instance.services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return instance;
    }

    /// <summary>An instance that already hears: the announcement that it began to hear is over.</summary>
    public static async Task<LiveInstance> StartHearingAsync(string connectionString)
    {
        var instance = new LiveInstance(connectionString, clock: null);
        using var usage = new Changes(instance.Marks, LiveTopic.Usage);
        using var rateCard = new Changes(instance.Marks, LiveTopic.RateCard);

        foreach (var service in instance.services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        await usage.NextAsync();
        await rateCard.NextAsync();

        return instance;
    }

    public async Task StopAsync()
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await services.DisposeAsync();
    }
}
