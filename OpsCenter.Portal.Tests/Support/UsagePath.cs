using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.Usage;
using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>The usage path in tests that have services but no host.</summary>
internal static class UsagePath
{
    /// <summary>Adds what records jobs, on a database and with a clock of the test's.</summary>
    public static IServiceCollection AddUsagePath(this IServiceCollection services, string connectionString, TimeProvider clock) => services
        .AddOpsCenterDatabase(connectionString)
        .AddSingleton(clock)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddMetrics()
        .AddLogging()
        .AddRateCards()
        .AddUsage();

    /// <summary>Leaves out every worker but the writer: tests call what the others do themselves, and some of those need a running host.</summary>
    public static IServiceCollection WithoutOtherWorkers(this IServiceCollection services)
    {
        foreach (var worker in services.Where(one => one.ServiceType == typeof(IHostedService) && one.ImplementationType != typeof(UsageWriter)).ToList())
            services.Remove(worker);

        return services;
    }

    public static Task StartWriterAsync(this ServiceProvider services) => WriterOf(services).StartAsync(CancellationToken.None);

    public static Task StopWriterAsync(this ServiceProvider services) => WriterOf(services).StopAsync(CancellationToken.None);

    private static UsageWriter WriterOf(ServiceProvider services) => services.GetServices<IHostedService>().OfType<UsageWriter>().Single();
}
