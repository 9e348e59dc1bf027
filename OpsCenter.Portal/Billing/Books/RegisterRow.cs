using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>A row of a register.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">The number of the document; of a payment that of its invoice.</param>
/// <param name="Date">Its day in the books.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Customer">That customer's name.</param>
/// <param name="InvoiceId">The invoice it is, or is about; null when it is about none.</param>
/// <param name="Net">Without tax; null for payments.</param>
/// <param name="Tax">The tax; null for payments.</param>
/// <param name="Total">With tax.</param>
/// <param name="Status">How it stands: <c>paid</c>, <c>failed</c>, or how a credit note was settled.</param>
public sealed record RegisterRow(
    Guid Id, string Number, DateOnly Date, Guid CustomerId, string Customer, Guid? InvoiceId, Money? Net, Money? Tax, Money Total, string Status);
