namespace OpsCenter.Portal.Subscriptions;

/// <summary>Plans and subscriptions.</summary>
public static class SubscriptionsRegistration
{
    /// <summary>Registers them; the database must be registered as well.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<PlanVersions>();
}
