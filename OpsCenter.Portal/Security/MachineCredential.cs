using OpsCenter.Domain.Accounts;

namespace OpsCenter.Portal.Security;

/// <summary>A secret with which a program calls the machine endpoints. The secret itself is never stored.</summary>
public sealed class MachineCredential
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Name under which job keys are unique; rotation keeps it.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>What it may do.</summary>
    public required MachineScopes Scopes { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends; null for never. Rotation sets it, so that old and new overlap.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Whether every report made with it must carry a job key, so that no retry can count twice.</summary>
    public bool RequiresJobKey { get; set; }

    /// <summary>Calls per second it may make for ever, 1…1,000,000; null: <see cref="MachineApiOptions.PermitsPerSecond"/>.</summary>
    public int? PermitsPerSecond { get; set; }

    /// <summary>Calls that may come at once after a pause, 1…1,000,000; null: <see cref="MachineApiOptions.Burst"/>.</summary>
    public int? Burst { get; set; }

    /// <summary>When it was last used, to within a minute; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>The credential whose place it took when that one was rotated; null when it was made anew.</summary>
    public Guid? RotatedFrom { get; set; }

    /// <summary>When it was revoked; null while it is good.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether it can still be called with.</summary>
    public bool IsUsableAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || end > now);
}
