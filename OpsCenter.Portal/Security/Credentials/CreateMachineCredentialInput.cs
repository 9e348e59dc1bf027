namespace OpsCenter.Portal.Security.Credentials;

/// <summary>A machine credential to be made.</summary>
/// <param name="Source">Name under which its job keys are unique, 1–100 of a–z, 0–9, dot, underscore and hyphen. Others may have it too.</param>
/// <param name="Settings">What can be changed later.</param>
/// <param name="ExpiresAt">When it ends, in the future and at most ten years ahead; null for never.</param>
public sealed record CreateMachineCredentialInput(string Source, MachineCredentialSettings Settings, DateTimeOffset? ExpiresAt = null);
