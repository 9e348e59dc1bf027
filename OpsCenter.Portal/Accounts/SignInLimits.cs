using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace OpsCenter.Portal.Accounts;

/// <summary>
/// Counts tries per network address and per account, on this instance. The lock-out of an account is counted in the database beside it.
/// </summary>
public sealed class SignInLimits : IDisposable
{
    private const int Segments = 6;
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<SignInTry> limiter;

    public SignInLimits(IOptions<SignInOptions> options)
    {
        var perAddress = PartitionedRateLimiter.Create<SignInTry, string>(attempt =>
            RateLimitPartition.GetSlidingWindowLimiter(NetworkOf(attempt.Address), _ => Window(options.Value.TriesPerAddressPerMinute)));
        var perAccount = PartitionedRateLimiter.Create<SignInTry, string>(attempt =>
            RateLimitPartition.GetSlidingWindowLimiter(AccountOf(attempt.Email), _ => Window(options.Value.TriesPerAccountPerMinute)));
        // The address comes first: whoever invents accounts runs into it before the partitions pile up.
        limiter = PartitionedRateLimiter.CreateChained(perAddress, perAccount);
    }

    /// <summary>Counts a try.</summary>
    /// <returns>Null when it may go on, else how long to wait.</returns>
    public TimeSpan? TryTake(SignInTry attempt)
    {
        using var lease = limiter.AttemptAcquire(attempt);

        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private static SlidingWindowRateLimiterOptions Window(int tries) => new()
    {
        PermitLimit = tries,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = Segments,
        QueueLimit = 0,
    };

    // One household or server has a whole /64 of IPv6 addresses to choose from.
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    // Addresses of people stay out of memory dumps, and a long one takes no more room than a short one.
    private static string AccountOf(string email) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(EmailAddress.Normalize(email))));
}
