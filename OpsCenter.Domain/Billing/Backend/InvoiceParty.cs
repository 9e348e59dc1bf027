namespace OpsCenter.Domain.Billing.Backend;

/// <summary>A seller or a buyer, as printed.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">Lines of the address, without the country.</param>
/// <param name="Country">Two letters; empty when not known.</param>
/// <param name="TaxId">The tax id; empty when there is none.</param>
public sealed record InvoiceParty(string Name, IReadOnlyList<string> Address, string Country, string TaxId);
