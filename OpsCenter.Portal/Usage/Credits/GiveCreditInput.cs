namespace OpsCenter.Portal.Usage.Credits;

/// <summary>A credit to give.</summary>
/// <param name="Id">Made by the caller before the first try: the same credit is never given twice.</param>
/// <param name="OrganizationId">The customer.</param>
/// <param name="Amount">How much, in the rate card's currency: above 0, at most <see cref="MaxAmount"/>, at most 12 decimals.</param>
/// <param name="Reason">Why; stands in ledger and audit for ever.</param>
/// <param name="JobEventId">The job it is for; a job is credited once, and with no more than it was charged.</param>
public sealed record GiveCreditInput(Guid Id, Guid OrganizationId, decimal Amount, string Reason, Guid? JobEventId = null)
{
    /// <summary>Most that one credit may give.</summary>
    public const decimal MaxAmount = 1_000_000m;
}
