using OpsCenter.Portal.Agents.Pages;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Usage.Agents;

namespace OpsCenter.Portal.Agents;

/// <summary>What the pages about agents need.</summary>
public static class AgentsRegistration
{
    /// <summary>Registers their queries; rate cards and the usage path must be registered as well.</summary>
    public static IServiceCollection AddAgents(this IServiceCollection services) => services
        .AddSingleton<AgentUseQueries>()
        .AddSingleton<AgentPriceQueries>()
        .AddSingleton<AgentQueries>()
        .AddSingleton<IListExport, AgentExport>()
        .AddTransient<AgentActs>();
}
