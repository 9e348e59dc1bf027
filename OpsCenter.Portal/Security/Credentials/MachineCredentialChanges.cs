namespace OpsCenter.Portal.Security.Credentials;

/// <summary>What somebody else did to a machine credential, in words for the one who comes second.</summary>
internal static class MachineCredentialChanges
{
    /// <summary>What prevents or contradicts a change of settings; null when nothing does.</summary>
    public static string? Between(MachineCredentialRow seen, MachineCredentialRow current, DateTimeOffset now) => current switch
    {
        { RevokedAt: not null } => "This credential has been revoked, so it cannot be changed any more.",
        _ when !current.IsUsableAt(now) => "This credential has expired, so it cannot be changed any more.",
        _ when current.Settings == seen.Settings => null,
        _ when current.Name != seen.Name => $"Someone renamed this credential to “{current.Name}”.",
        _ => "Someone changed this credential.",
    };

    /// <summary>What prevents a rotation; null when nothing does.</summary>
    public static string? PreventingRotation(MachineCredentialRow current, DateTimeOffset now) => current switch
    {
        { RevokedAt: not null } => "This credential has been revoked, so it cannot be rotated any more. Create a new one with the same source.",
        { IsReplaced: true } => "Someone has rotated this credential. Ask for the new secret, or rotate the credential that took its place.",
        _ when !current.IsUsableAt(now) => "This credential has expired, so it cannot be rotated any more. Create a new one with the same source.",
        _ => null,
    };
}
