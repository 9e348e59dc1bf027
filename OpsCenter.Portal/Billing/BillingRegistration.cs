using OpsCenter.Portal.Billing.Engine;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Billing.Periods;

namespace OpsCenter.Portal.Billing;

/// <summary>Billing periods, invoices, payments.</summary>
public static class BillingRegistration
{
    /// <summary>Registers them; the database and subscriptions must be registered as well.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddOptions<BillingOptions>().BindConfiguration(BillingOptions.Section);

        return services
            .AddSingleton<PeriodQueries>()
            .AddSingleton<GrantQueries>()
            .AddSingleton(new PaymentMode(IsTest: true))
            .AddSingleton<InvoiceComposers>()
            .AddSingleton<InvoiceWriter>()
            .AddSingleton<InvoicePreviews>()
            .AddSingleton<PeriodClosing>()
            .AddSingleton<SubscriptionEngine>()
            .AddSingleton<InterimInvoicing>()
            .AddSingleton<AdvanceBilling>()
            .AddHostedService<BillingWorker>();
    }
}
