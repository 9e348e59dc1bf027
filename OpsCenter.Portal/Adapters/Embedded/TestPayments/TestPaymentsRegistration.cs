using OpsCenter.Domain.Billing.Payments;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Payments in test mode: no money moves.</summary>
public static class TestPaymentsRegistration
{
    /// <summary>Registers it as the payment provider.</summary>
    public static IServiceCollection AddTestPayments(this IServiceCollection services)
    {
        // It would write two lines for every event.
        services.AddHttpClient(nameof(TestEventPost)).RemoveAllLoggers();

        return services
            .AddSingleton<TestEventBell>()
            .AddSingleton<TestLedger>()
            .AddSingleton<TestSecret>()
            .AddSingleton(provider => new TestCheckoutDesk(provider.GetRequiredService<TestLedger>()))
            .AddSingleton<IPaymentGateway, TestGateway>()
            .AddSingleton<TestEventPost>()
            .AddSingleton<TestEventSender>()
            .AddHostedService(provider => provider.GetRequiredService<TestEventSender>());
    }
}
