using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Tests.Support;

/// <summary>The writer of the usage path in tests that have services but no host.</summary>
internal static class UsagePath
{
    public static Task StartWriterAsync(this ServiceProvider services) => WriterOf(services).StartAsync(CancellationToken.None);

    public static Task StopWriterAsync(this ServiceProvider services) => WriterOf(services).StopAsync(CancellationToken.None);

    private static UsageWriter WriterOf(ServiceProvider services) => services.GetServices<IHostedService>().OfType<UsageWriter>().Single();
}
