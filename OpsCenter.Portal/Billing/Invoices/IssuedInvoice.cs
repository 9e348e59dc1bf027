using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Invoices;

/// <summary>An invoice that was just written.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Its number.</param>
/// <param name="Total">What is to be paid; nothing is outstanding when it is 0.</param>
internal sealed record IssuedInvoice(Guid Id, string Number, Money Total);
