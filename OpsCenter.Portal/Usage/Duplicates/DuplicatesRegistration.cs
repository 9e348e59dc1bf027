using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>What finds and settles likely duplicates.</summary>
public static class DuplicatesRegistration
{
    /// <summary>Registers it; the database, customers and credits must be registered as well.</summary>
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<FindDuplicates>()
        .AddSingleton<DuplicateQueries>()
        .AddSingleton<ResolveDuplicate>()
        .AddSingleton<IListExport, DuplicateExport>()
        .AddHostedService<DuplicateWorker>();
}
