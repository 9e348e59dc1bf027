using OpsCenter.Domain.Billing;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Billing.Periods;

/// <summary>A credit grant as a page shows it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Amount">How much usage it pays in all.</param>
/// <param name="Consumed">How much of that is used up.</param>
/// <param name="ValidFrom">Jobs from then on are covered.</param>
/// <param name="ExpiresAt">Jobs before that are covered.</param>
/// <param name="Reason">Why it was given.</param>
public sealed record GrantView(
    Guid Id, CreditGrantKind Kind, Money Amount, Money Consumed, DateTimeOffset ValidFrom, DateTimeOffset ExpiresAt, string Reason)
{
    /// <summary>How much is left.</summary>
    public Money Left => Amount - Consumed;
}
