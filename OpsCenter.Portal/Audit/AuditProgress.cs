namespace OpsCenter.Portal.Audit;

/// <summary>How far a verification has come.</summary>
/// <param name="Seals">Seals checked.</param>
/// <param name="AllSeals">Seals to check.</param>
public sealed record AuditProgress(long Seals, long AllSeals);
