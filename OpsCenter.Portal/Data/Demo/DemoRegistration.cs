using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OpsCenter.Portal.Data.Demo;

/// <summary>Sample data on request.</summary>
public static class DemoRegistration
{
    private const string Flag = "--demo";

    /// <summary>Fills the database before the portal listens when the command line has <c>--demo</c>. Call it last: it uses everything else.</summary>
    public static IServiceCollection AddDemoData(this IServiceCollection services, string[] args) => args.Contains(Flag)
        ? services
            .AddSingleton<DemoClock>()
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>()))
            .AddSingleton<DemoOwner>()
            .AddSingleton<DemoPayments>()
            .AddSingleton<DemoHistory>()
            .AddHostedService<DemoData>()
        : services;
}
