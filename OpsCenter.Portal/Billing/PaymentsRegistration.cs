using OpsCenter.Portal.Billing.Budgets;
using OpsCenter.Portal.Billing.Cards;
using OpsCenter.Portal.Billing.Cards.Pages;
using OpsCenter.Portal.Billing.Checkouts;
using OpsCenter.Portal.Billing.Dunning;
using OpsCenter.Portal.Billing.Mails;
using OpsCenter.Portal.Billing.Payments;
using OpsCenter.Portal.Outbox;

namespace OpsCenter.Portal.Billing;

/// <summary>Checkouts, payments, cards, and what follows when nothing is paid.</summary>
public static class PaymentsRegistration
{
    /// <summary>Registers them; billing, the outbox, a payment provider and a mailer must be registered as well.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<GatewayCustomers>()
        .AddSingleton<FollowCards>()
        .AddSingleton<CardQueries>()
        .AddSingleton<SetDefaultCard>()
        .AddSingleton<RemoveCard>()
        .AddScoped<CardActs>()
        .AddSingleton<CheckoutPlanner>()
        .AddSingleton<CheckoutGoods>()
        .AddSingleton<CheckoutQueries>()
        .AddSingleton<StartCheckout>()
        .AddSingleton<FulfilCheckout>()
        .AddSingleton<ExpireCheckout>()
        .AddSingleton<PaymentOutcomes>()
        .AddSingleton<RefundOutcomes>()
        .AddSingleton<FollowDispute>()
        .AddSingleton<PayInvoice>()
        .AddSingleton<RetryDuePayments>()
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<FulfilCheckout>())
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<ExpireCheckout>())
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<FollowCards>())
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<PaymentOutcomes>())
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<RefundOutcomes>())
        .AddSingleton<IInboxHandler>(provider => provider.GetRequiredService<FollowDispute>())
        .AddSingleton<IOutboxHandler, ChargePayment>()
        .AddSingleton<IOutboxHandler, RefundPayment>()
        .AddSingleton<IOutboxHandler, SendBillingMail>()
        .AddSingleton<IOutboxHandler, SendBudgetMail>()
        .AddSingleton<RaiseBudgetAlerts>()
        .AddHostedService<BudgetWorker>()
        .AddHostedService<DunningWorker>();
}
