using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Integrations;

/// <summary>What the portal knows of the systems around it.</summary>
public static class IntegrationsRegistration
{
    /// <summary>Registers it; the outbox, the rate card and a gateway to Brigade must be registered as well.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services) => services
        .AddSingleton<BrigadeDesk>()
        .AddSingleton<BrigadeQueries>()
        .AddSingleton<TestBrigade>()
        .AddSingleton<RefreshBrigade>()
        .AddSingleton<IOutboxHandler, TellBrigade>()
        .AddHostedService<BrigadeWatch>();
}
