using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Overview;

/// <summary>What the platform overview needs.</summary>
public static class OverviewRegistration
{
    /// <summary>Registers its query and its export; the database and customers must be registered as well.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddSingleton<OverviewQueries>()
        .AddSingleton<IListExport, ShareExport>();
}
