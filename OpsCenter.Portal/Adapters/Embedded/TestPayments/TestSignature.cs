using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>Signs events the way the large providers do: <c>t=…,v1=…</c>, an HMAC-SHA256 over the time, a dot and the bytes of the body.</summary>
internal static class TestSignature
{
    public const string Header = "OpsCenter-Test-Signature";

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public static string Sign(string secret, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var t = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        return $"t={t},v1={Convert.ToHexStringLower(Digest(secret, t, body))}";
    }

    /// <summary>Whether any of the signatures fits, and the time is near. Several stand there while a secret is replaced.</summary>
    public static bool Fits(string secret, ReadOnlySpan<byte> body, string header, DateTimeOffset now)
    {
        var items = header.Split(',', StringSplitOptions.TrimEntries).Select(item => item.Split('=', 2)).Where(item => item.Length == 2).ToList();
        var t = items.Find(item => item[0] == "t")?[1] ?? "";

        if (!long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > (long)Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Digest(secret, t, body)));

        return items.Where(item => item[0] == "v1").Any(item => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(item[1]), expected));
    }

    private static byte[] Digest(string secret, string t, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(t + "."));
        hmac.AppendData(body);

        return hmac.GetHashAndReset();
    }
}
