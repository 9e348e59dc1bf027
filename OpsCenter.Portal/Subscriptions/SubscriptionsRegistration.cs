using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Subscriptions.Changes;
using OpsCenter.Portal.Subscriptions.Pages;
using OpsCenter.Portal.Subscriptions.Plans;

namespace OpsCenter.Portal.Subscriptions;

/// <summary>Plans and subscriptions.</summary>
public static class SubscriptionsRegistration
{
    /// <summary>Registers them; the database must be registered as well.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<PlanVersions>()
        .AddSingleton<EntitlementQueries>()
        .AddSingleton<PlanQueries>()
        .AddSingleton<CreatePlan>()
        .AddSingleton<PublishPlanVersion>()
        .AddSingleton<ArchivePlan>()
        .AddSingleton<RestorePlan>()
        .AddSingleton<MoveSubscribers>()
        .AddSingleton<SubscriptionQueries>()
        .AddSingleton<QuoteUpgrade>()
        .AddSingleton<ScheduleChange>()
        .AddSingleton<RevokeChange>()
        .AddSingleton<CancelSubscription>()
        .AddSingleton<ResumeSubscription>()
        .AddSingleton<StartSubscription>()
        .AddSingleton<EndSubscription>()
        .AddSingleton<BuyPlan>()
        .AddSingleton<PlanCommands>()
        .AddScoped<PlanActs>()
        .AddSingleton<IListExport, PlanExport>()
        .AddSingleton<PlanDeskCommands>()
        .AddScoped<PlanDesk>()
        .AddSingleton<SubscriptionDeskCommands>()
        .AddScoped<SubscriptionDesk>();
}
