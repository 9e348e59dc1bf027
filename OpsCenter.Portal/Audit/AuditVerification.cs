namespace OpsCenter.Portal.Audit;

/// <summary>What verifying the audit trail came to.</summary>
/// <param name="Seals">How many links of the chain hold, from the first.</param>
/// <param name="Last">The last of them; null when there is none.</param>
/// <param name="Break">The first that does not; null when all do.</param>
/// <param name="Young">Entries so young that they need no seal yet.</param>
/// <param name="Overdue">Older entries that have no seal.</param>
/// <param name="OverdueEntries">The first of those, at most <see cref="VerifyAuditTrail.MaxListed"/>.</param>
public sealed record AuditVerification(
    long Seals, AuditSeal? Last, AuditBreak? Break, long Young, long Overdue, IReadOnlyList<Guid> OverdueEntries)
{
    /// <summary>Whether nothing was found: no link is broken, and nothing is without a seal that should have one.</summary>
    public bool IsIntact => Break is null && Overdue == 0;
}
