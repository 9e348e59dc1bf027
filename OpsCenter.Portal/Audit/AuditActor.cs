namespace OpsCenter.Portal.Audit;

/// <summary>Somebody who stands in the audit trail, to choose in a filter.</summary>
/// <param name="Subject">The actor's identity.</param>
/// <param name="Name">Its name.</param>
public sealed record AuditActor(string Subject, string Name);
