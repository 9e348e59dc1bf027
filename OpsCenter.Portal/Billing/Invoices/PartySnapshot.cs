using OpsCenter.Portal.Billing.Accounts;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>Seller or buyer, as printed on an invoice: later changes of an address do not change what was issued.</summary>
/// <param name="Name">Legal name.</param>
/// <param name="Address">Lines of the address, none of them empty.</param>
/// <param name="Country">Two letters, or empty.</param>
/// <param name="TaxId">Tax id, or empty.</param>
public sealed record PartySnapshot(string Name, IReadOnlyList<string> Address, string Country, string TaxId)
{
    internal static PartySnapshot Of(SellerOptions seller) => new(seller.Name, seller.Address, seller.Country, seller.TaxId);

    internal static PartySnapshot Of(BillingAccount buyer, string name) => new(
        name,
        [.. new[] { buyer.Line1, buyer.Line2, $"{buyer.PostalCode} {buyer.City}".Trim() }.Where(line => line.Length > 0)],
        buyer.Country,
        buyer.TaxId);
}
