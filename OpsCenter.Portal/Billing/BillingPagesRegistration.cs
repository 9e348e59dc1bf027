using OpsCenter.Portal.Billing.Accounts;
using OpsCenter.Portal.Billing.Books;
using OpsCenter.Portal.Billing.CreditNotes;
using OpsCenter.Portal.Billing.Home;
using OpsCenter.Portal.Billing.Invoices;
using OpsCenter.Portal.Shell.Exports;
using OpsCenter.Portal.Subscriptions.Movements;

namespace OpsCenter.Portal.Billing;

/// <summary>What the pages about invoices, and those about the books, need.</summary>
public static class BillingPagesRegistration
{
    /// <summary>Registers it; billing and a billing backend must be registered as well.</summary>
    public static IServiceCollection AddBillingPages(this IServiceCollection services) => services
        .AddSingleton<InvoiceBook>()
        .AddSingleton<InvoiceQueries>()
        .AddSingleton<SettleInvoice>()
        .AddSingleton<IListExport, InvoiceExport>()
        .AddSingleton<BillingHomeQueries>()
        .AddSingleton<SaveBillingDetails>()
        .AddSingleton<CreditNoteQueries>()
        .AddSingleton<CreditNoteWriter>()
        .AddSingleton<IssueCreditNote>()
        .AddSingleton<RegisterQueries>()
        .AddSingleton<IListExport, RegisterExport>()
        .AddSingleton<AgeingQueries>()
        .AddSingleton<MonthQueries>()
        .AddSingleton<LockMonth>()
        .AddSingleton<RevenueQueries>();
}
