namespace OpsCenter.Portal.Audit;

/// <summary>What an entry says about the state of its subject.</summary>
/// <param name="Before">As JSON; null when there was none.</param>
/// <param name="After">As JSON; null when there is none.</param>
public sealed record AuditStates(string? Before, string? After);
