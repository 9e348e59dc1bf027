using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What can be changed about a machine credential.</summary>
/// <param name="Name">What people call it, 1–100 characters; no two usable credentials share it, but for the two of a rotation.</param>
/// <param name="Scopes">What it may do; at least one.</param>
/// <param name="PermitsPerSecond">Calls per second it may make for ever, 1…1,000,000; null for the portal's limit.</param>
/// <param name="Burst">Calls that may come at once after a pause, 1…1,000,000; null with a limit of its own: as many as in a second.</param>
/// <param name="RequiresJobKey">Whether every report must carry a job key.</param>
public sealed record MachineCredentialSettings(
    string Name, MachineScopes Scopes, int? PermitsPerSecond = null, int? Burst = null, bool RequiresJobKey = false);
