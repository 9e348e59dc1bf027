namespace OpsCenter.Portal.Billing.Periods;

/// <summary>Included usage to give.</summary>
/// <param name="Id">Made by the caller before the first try: the same grant is never given twice.</param>
/// <param name="OrganizationId">The customer.</param>
/// <param name="Amount">How much usage it pays, in the rate card's currency: above 0, at most <see cref="MaxAmount"/>, whole minor units.</param>
/// <param name="Days">For how many days from now, 1…<see cref="MaxDays"/>.</param>
/// <param name="Reason">Why; the customer reads it.</param>
public sealed record GrantPromotionInput(Guid Id, Guid OrganizationId, decimal Amount, int Days, string Reason)
{
    /// <summary>Most that one grant may pay.</summary>
    public const decimal MaxAmount = 1_000_000m;

    /// <summary>Longest life of a grant.</summary>
    public const int MaxDays = 730;
}
