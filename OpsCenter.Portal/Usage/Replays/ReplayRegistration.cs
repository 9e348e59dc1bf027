namespace OpsCenter.Portal.Usage.Replays;

/// <summary>What replays need.</summary>
public static class ReplayRegistration
{
    /// <summary>Registers command and queries; the database, customers and rate cards must be registered as well.</summary>
    public static IServiceCollection AddReplays(this IServiceCollection services) => services
        .AddSingleton<ReplayCards>()
        .AddSingleton<ReplayJobs>()
        .AddSingleton<ReplayTable>()
        .AddSingleton<RunReplay>()
        .AddSingleton<VersionFigures>()
        .AddSingleton<ReplayQueries>();
}
