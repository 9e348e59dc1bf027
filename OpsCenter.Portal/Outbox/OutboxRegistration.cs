namespace OpsCenter.Portal.Outbox;

/// <summary>Work for the outside, and news from there.</summary>
public static class OutboxRegistration
{
    /// <summary>Registers both dispatchers; handlers are registered by whoever has them.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<OutboxBell>()
        .AddSingleton<InboxBell>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<InboxDispatcher>()
        .AddSingleton<IntegrationQueries>()
        .AddSingleton<RetryMessage>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>())
        .AddHostedService(provider => provider.GetRequiredService<InboxDispatcher>());

    /// <summary>Maps where the payment provider posts its news.</summary>
    public static void MapOutbox(this IEndpointRouteBuilder app) =>
        app.MapPost(PaymentWebhook.Route, PaymentWebhook.HandleAsync).AllowAnonymous().DisableAntiforgery();
}
