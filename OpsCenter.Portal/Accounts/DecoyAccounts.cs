using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Behaves for addresses without an account as a real account would: a wrong password takes as long, and enough of them lock it. So the
/// sign-in page tells nobody which addresses have an account.
/// </summary>
public sealed class DecoyAccounts : IDisposable
{
    private const int MaxAccounts = 10_000;

    private readonly MemoryCache failures = new(new MemoryCacheOptions { SizeLimit = MaxAccounts });
    private readonly IPasswordHasher<User> hasher;
    private readonly LockoutOptions lockout;
    private readonly TimeProvider clock;
    private readonly string hash;
    private readonly User nobody = new();

    public DecoyAccounts(IPasswordHasher<User> hasher, IOptions<IdentityOptions> options, TimeProvider clock)
    {
        this.hasher = hasher;
        this.clock = clock;
        lockout = options.Value.Lockout;
        hash = hasher.HashPassword(nobody, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>Takes as long as checking a password, whatever the password.</summary>
    public void Verify(string password) => hasher.VerifyHashedPassword(nobody, hash, password);

    /// <summary>Counts a wrong password for an address without an account.</summary>
    /// <param name="normalizedEmail">The address, normalised.</param>
    /// <returns>How long it is locked; null while it is not.</returns>
    public TimeSpan? Fail(string normalizedEmail)
    {
        var now = clock.GetUtcNow();
        var tries = failures.GetOrCreate(normalizedEmail, entry =>
        {
            entry.SetSize(1).SetSlidingExpiration(lockout.DefaultLockoutTimeSpan);
            return new Tries();
        });

        // A full cache makes no entry; then there is nothing to count on, and the limit per network address still holds.
        return tries?.Fail(now, lockout);
    }

    /// <inheritdoc />
    public void Dispose() => failures.Dispose();

    private sealed class Tries
    {
        private readonly Lock gate = new();
        private int count;
        private DateTimeOffset lockedUntil;

        public TimeSpan? Fail(DateTimeOffset now, LockoutOptions lockout)
        {
            lock (gate)
            {
                if (lockedUntil > now)
                {
                    return lockedUntil - now;
                }

                if (++count < lockout.MaxFailedAccessAttempts)
                {
                    return null;
                }

                count = 0;
                lockedUntil = now + lockout.DefaultLockoutTimeSpan;

                return lockout.DefaultLockoutTimeSpan;
            }
        }
    }
}
