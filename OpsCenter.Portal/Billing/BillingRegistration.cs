using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Budgets;
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
        services.AddOptions<BillingOptions>()
            .BindConfiguration(BillingOptions.Section)
            .Validate(o => o.Seller.Country is "" or { Length: 2 }, "Billing:Seller:Country must be two letters or empty.")
            .Validate(o => o.TaxPercent.All(t => t.Key.Length == 2 && t.Value is >= 0 and <= 100), "Billing:TaxPercent must name countries by two letters, with 0 to 100 percent.")
            .Validate(o => o.MinimumCharge is >= 0 and <= 1_000, "Billing:MinimumCharge must be 0 to 1000.")
            .Validate(o => o.InterimInvoiceAt is > 0 and <= 1_000_000, "Billing:InterimInvoiceAt must be above 0, at most 1000000.")
            .Validate(o => o.OverageCapFactor is >= 0 and <= 1_000, "Billing:OverageCapFactor must be 0 to 1000.")
            .Validate(o => o.EngineSeconds is >= 1 and <= 3_600, "Billing:EngineSeconds must be 1 to 3600.")
            .ValidateOnStart();

        return services
            .AddSingleton<PeriodQueries>()
            .AddSingleton<GrantQueries>()
            .AddSingleton<GrantPromotion>()
            .AddSingleton<BudgetQueries>()
            .AddSingleton<SetBudget>()
            .AddSingleton<SetOverageCap>()
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
