using OpsCenter.Domain.Billing.Backend;

namespace OpsCenter.Portal.Adapters.Embedded;

/// <summary>What stands behind the ports when no vendor is connected.</summary>
public static class EmbeddedRegistration
{
    /// <summary>Registers our own billing engine; billing must be registered as well.</summary>
    public static IServiceCollection AddEmbeddedBilling(this IServiceCollection services) => services.AddSingleton<IBillingBackend, EmbeddedBilling>();
}
