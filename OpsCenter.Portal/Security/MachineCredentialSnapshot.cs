using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace OpsCenter.Portal.Security;

/// <summary>All usable machine credentials at one moment, found by the hash of the secret.</summary>
internal sealed class MachineCredentialSnapshot(IEnumerable<MachineCredential> credentials, long takenAt)
{
    // Only a piece of the hash decides where to look; the whole is then compared in constant time.
    private readonly FrozenDictionary<long, MachineCredential[]> byPrefix = credentials
        .GroupBy(c => PrefixOf(c.SecretHash))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Timestamp of <see cref="TimeProvider"/> when it was read.</summary>
    public long TakenAt => takenAt;

    public MachineCredential? Find(ReadOnlySpan<byte> secretHash, DateTimeOffset now)
    {
        if (!byPrefix.TryGetValue(PrefixOf(secretHash), out var candidates))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.SecretHash, secretHash))
            {
                return candidate.ExpiresAt is { } end && end <= now ? null : candidate;
            }
        }

        return null;
    }

    private static long PrefixOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadInt64LittleEndian(hash);
}
