using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Usage;

/// <summary>Registers the usage path and its endpoint.</summary>
public static class UsageRegistration
{
    /// <summary>Adds what records usage.</summary>
    public static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.AddSingleton<UsageMetrics>();
        services.AddSingleton<RecordUsage>();
        services.AddHostedService<UsagePartitionKeeper>();

        return services;
    }

    /// <summary>Maps the endpoint to which Brigade reports.</summary>
    public static void MapUsage(this IEndpointRouteBuilder app) => app.MapUsageEndpoint();
}
