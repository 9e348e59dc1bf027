namespace OpsCenter.Portal.Security.Credentials;

/// <summary>A machine credential as a reader saw it; never its secret. Commands take it back, to notice what changed since.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Source">Name under which its job keys are unique.</param>
/// <param name="Settings">What can be changed.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends or ended; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null while it was not.</param>
/// <param name="LastUsedAt">When it was last used, to within a minute; null for never.</param>
/// <param name="IsReplaced">Whether a rotation put another one in its place.</param>
public sealed record MachineCredentialRow(
    Guid Id,
    string Source,
    MachineCredentialSettings Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt,
    bool IsReplaced)
{
    /// <summary>What people call it.</summary>
    public string Name => Settings.Name;

    /// <summary>What it is good for.</summary>
    public MachineCredentialState StateAt(DateTimeOffset now) => this switch
    {
        { RevokedAt: not null } => MachineCredentialState.Revoked,
        { ExpiresAt: null } => MachineCredentialState.Active,
        { ExpiresAt: var end } => end <= now ? MachineCredentialState.Expired : MachineCredentialState.Expiring,
    };

    /// <summary>Whether it can still be called with.</summary>
    public bool IsUsableAt(DateTimeOffset now) => StateAt(now) is MachineCredentialState.Active or MachineCredentialState.Expiring;
}
