using OpsCenter.Portal.Usage.Recording;

namespace OpsCenter.Portal.Usage;

/// <summary>Registers the usage path and its endpoint.</summary>
public static class UsageRegistration
{
    /// <summary>Adds what records usage.</summary>
    public static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.AddOptions<RecordingOptions>()
            .BindConfiguration(RecordingOptions.Section)
            .Validate(o => o.QueueCapacity is >= UsageLimits.MaxBatch and <= 1_000_000, "Recording:QueueCapacity must be 1000 to 1000000.")
            .Validate(o => o.QueueBytes is >= UsageLimits.MaxBatchBytes and <= 1 << 30, "Recording:QueueBytes must be 4194304 to 1073741824.")
            .Validate(o => o.Writers is >= 1 and <= 16, "Recording:Writers must be 1 to 16.")
            .Validate(o => o.CommitSize is >= 1 and <= 10_000, "Recording:CommitSize must be 1 to 10000.")
            .ValidateOnStart();
        services.AddSingleton<UsageQueue>();
        services.AddSingleton<UsageMetrics>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<RecordUsage>();
        services.AddHostedService<UsageWriter>();
        services.AddHostedService<UsagePartitionKeeper>();

        return services;
    }

    /// <summary>Maps the endpoint to which Brigade reports.</summary>
    public static void MapUsage(this IEndpointRouteBuilder app) => app.MapUsageEndpoint();
}
