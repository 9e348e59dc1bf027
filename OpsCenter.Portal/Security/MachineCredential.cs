using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>A secret with which a program calls the machine endpoints. The secret itself is never stored.</summary>
public sealed class MachineCredential
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Name under which job keys are unique; rotation keeps it.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>What it may do.</summary>
    public required MachineScopes Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends; null for never. Rotation sets it, so that old and new overlap.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
