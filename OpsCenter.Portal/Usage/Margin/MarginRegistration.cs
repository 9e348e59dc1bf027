using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Margin;

/// <summary>What the margin page needs.</summary>
public static class MarginRegistration
{
    /// <summary>Registers its query; the database, customers and rate cards must be registered as well.</summary>
    public static IServiceCollection AddMargin(this IServiceCollection services) => services
        .AddSingleton<MarginQueries>()
        .AddSingleton<IListExport, MarginExport>();
}
