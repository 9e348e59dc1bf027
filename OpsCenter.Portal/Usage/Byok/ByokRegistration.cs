using OpsCenter.Portal.Shell.Exports;

namespace OpsCenter.Portal.Usage.Byok;

/// <summary>What the statement about customers' own keys needs.</summary>
public static class ByokRegistration
{
    /// <summary>Registers its query and its file.</summary>
    public static IServiceCollection AddByokStatement(this IServiceCollection services) => services
        .AddSingleton<ByokQueries>()
        .AddSingleton<IListExport, ByokExport>();
}
