using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Books;

/// <summary>What a customer owes, by how long it is due. Invoices are due on the day of issue.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Customer">Its name.</param>
/// <param name="Current">Issued today.</param>
/// <param name="Month1">1 to 30 days.</param>
/// <param name="Month2">31 to 60 days.</param>
/// <param name="Month3">61 to 90 days.</param>
/// <param name="Older">More than 90 days.</param>
public sealed record AgeingRow(Guid CustomerId, string Customer, Money Current, Money Month1, Money Month2, Money Month3, Money Older)
{
    /// <summary>All together.</summary>
    public Money Total => Current + Month1 + Month2 + Month3 + Older;
}
