using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>What a customer's usage page needs.</summary>
public static class OwnRegistration
{
    /// <summary>Registers its query and its export; billing, subscriptions and the database must be registered as well.</summary>
    public static IServiceCollection AddOwnUsage(this IServiceCollection services) => services
        .AddSingleton<OwnUsageQueries>()
        .AddSingleton<IListExport, OwnUsageExport>();
}
