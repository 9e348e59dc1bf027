using Microsoft.Extensions.Options;
using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Billing.Accounts;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Makes the composer for a buyer: settings say who sells and which taxes there are.</summary>
public sealed class InvoiceComposers(IOptions<BillingOptions> options)
{
    /// <summary>The composer of a customer's invoices, as its billing details are now.</summary>
    internal InvoiceComposer For(BillingAccount buyer, Currency currency)
    {
        var tax = TaxRule.For(
            options.Value.Seller.Country,
            buyer.Country,
            buyer.Country.Length > 0 && VatId.IsValid(buyer.TaxId, buyer.Country),
            options.Value.TaxPercent);

        return new InvoiceComposer(currency, tax, options.Value.MinimumCharge);
    }
}
