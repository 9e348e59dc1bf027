using Microsoft.EntityFrameworkCore;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.Security;

/// <summary>
/// Finds the credential of a secret. Every usable credential is kept in memory and read again when the copy is a second old, so that neither
/// a valid nor an invented token costs a round trip to the database and a revocation holds within that second.
/// </summary>
public sealed class MachineCredentials(IDbContextFactory<OpsCenterDbContext> contexts, TimeProvider clock) : IDisposable
{
    /// <summary>How long a revoked credential may still be good.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    /// <summary>How many credentials may be usable at once.</summary>
    public const int MaxCredentials = 10_000;

    // A token that is not in the copy may be a moment old; inventing tokens must not hammer the database.
    private static readonly TimeSpan MaxAgeOfMiss = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile MachineCredentialSnapshot? latest;

    /// <summary>The credential of a secret; null when there is none, or it was revoked or has expired.</summary>
    /// <param name="token">The secret as the caller sent it.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    /// <remarks>Throws what <see cref="DatabaseFailure"/> recognises when the copy is too old and the database does not answer.</remarks>
    public async ValueTask<MachineCredential?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > MachineSecret.MaxLength)
        {
            return null;
        }

        var hash = MachineSecret.HashOf(token);
        var snapshot = await SnapshotAsync(MaxAge, cancellationToken);

        if (snapshot.Find(hash, clock.GetUtcNow()) is { } known)
        {
            return known;
        }

        snapshot = await SnapshotAsync(MaxAgeOfMiss, cancellationToken);

        return snapshot.Find(hash, clock.GetUtcNow());
    }

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private async ValueTask<MachineCredentialSnapshot> SnapshotAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (IfYoungerThan(maxAge, latest) is { } fresh)
        {
            return fresh;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            return IfYoungerThan(maxAge, latest) ?? (latest = await ReadAsync(cancellationToken));
        }
        finally
        {
            reading.Release();
        }
    }

    private MachineCredentialSnapshot? IfYoungerThan(TimeSpan maxAge, MachineCredentialSnapshot? snapshot) =>
        snapshot is not null && clock.GetElapsedTime(snapshot.TakenAt) < maxAge ? snapshot : null;

    private async Task<MachineCredentialSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        // Taken before the query, so that the copy never claims to be younger than what it holds.
        var takenAt = clock.GetTimestamp();
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var usable = await db.MachineCredentials.AsNoTracking()
            .Where(c => c.RevokedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now))
            .OrderByDescending(c => c.Id)
            .Take(MaxCredentials)
            .ToListAsync(cancellationToken);

        return new MachineCredentialSnapshot(usable, takenAt);
    }
}
