namespace OpsCenter.Portal.Security;

/// <summary>A credential was used at a moment.</summary>
internal sealed record MachineUse(Guid CredentialId, DateTimeOffset At);
