namespace OpsCenter.Domain.Billing.Backend;

/// <summary>One page of invoices, newest first.</summary>
/// <param name="Rows">The invoices.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record InvoicePage(IReadOnlyList<InvoiceHead> Rows, int Total, int Page, int Pages);
